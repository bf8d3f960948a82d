import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const podIdentityTags: Rule = {
  id: 'eks-pod-identity-tags',
  title: 'sessions of pods say which pod they are of',
  severity: 'warning',
  controls: ['164.312(a)(2)(i)', '164.312(b)'],
  profiles: ['strict'],
  why: 'Without session tags CloudTrail shows one role for every pod that uses it, and policies cannot tell them apart.',
  fix: 'leave DisableSessionTags out, or set it to false',
  resourceTypes: ['AWS::EKS::PodIdentityAssociation'],
  check(association) {
    return allowLiteral(
      association.property('DisableSessionTags'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
