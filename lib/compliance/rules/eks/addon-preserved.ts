import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const addonPreserved: Rule = {
  id: 'eks-addon-preserved',
  title: 'add-ons stay on the cluster when their stack goes',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Add-ons are the network, its policies and the agents that watch: without them pods run unguarded, or not at all.',
  fix: 'set PreserveOnDelete to true',
  resourceTypes: ['AWS::EKS::Addon'],
  check(addon) {
    return requireLiteral(addon.property('PreserveOnDelete'), isTrue, 'must be true');
  },
};
