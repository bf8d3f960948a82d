import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const notPublic: Rule = {
  id: 'redshiftserverless-not-public',
  title: 'serverless warehouses have no public address',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A warehouse that the internet can reach is attacked as soon as it is up.',
  fix: 'leave PubliclyAccessible out, or set it to false',
  resourceTypes: ['AWS::RedshiftServerless::Workgroup'],
  check(workgroup) {
    return allowLiteral(
      workgroup.property('PubliclyAccessible'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
