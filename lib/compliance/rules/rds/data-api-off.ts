import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const dataApiOff: Rule = {
  id: 'rds-data-api-off',
  title: 'clusters answer through their network only, not through the Data API',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'The Data API reaches the database from anywhere that holds a permission, past every security group.',
  fix: 'leave EnableHttpEndpoint out, or set it to false',
  resourceTypes: ['AWS::RDS::DBCluster'],
  check(cluster) {
    return allowLiteral(
      cluster.property('EnableHttpEndpoint'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
