import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

export const accessNotAdmin: Rule = {
  id: 'eks-access-not-admin',
  title: 'nobody gets all rights in a cluster',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'A cluster administrator reads every secret and every volume of every program.',
  fix: 'use AmazonEKSViewPolicy or AmazonEKSEditPolicy with an AccessScope of namespaces',
  resourceTypes: ['AWS::EKS::AccessEntry'],
  check(entry) {
    return onEach(entry.property('AccessPolicies'), (policy) =>
      requireValue(
        policy.at('PolicyArn'),
        (value) => {
          const text = textOf(value);
          return text === undefined ? undefined : !/\/AmazonEKS(?:Cluster)?AdminPolicy$/u.test(text);
        },
        'gives all rights',
      ),
    );
  },
};
