import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const iamAuthentication: Rule = {
  id: 'neptune-iam-authentication',
  title: 'clusters of Neptune ask who is there',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'Neptune has no passwords: without IAM whoever reaches the port reads and writes the whole graph.',
  fix: 'set IamAuthEnabled to true',
  resourceTypes: ['AWS::Neptune::DBCluster'],
  check(cluster) {
    return requireLiteral(cluster.property('IamAuthEnabled'), isTrue, 'must be true');
  },
};
