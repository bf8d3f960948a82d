import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

export const tlsTargets: Rule = {
  id: 'vpclattice-tls-targets',
  title: 'services of Lattice encrypt what they send to their targets',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(b)'],
  why: 'The listener ends the encryption; behind it PHI crosses the network in clear text.',
  fix: 'set Config.Protocol of the target group to HTTPS, or to TCP behind TLS_PASSTHROUGH',
  resourceTypes: ['AWS::VpcLattice::TargetGroup'],
  check(group) {
    if (accepts(group.property('Type'), (type) => type === 'LAMBDA') === true) return 'not-applicable';
    return requireLiteral(
      group.property('Config.Protocol'),
      (protocol) => protocol === 'HTTPS' || protocol === 'TCP',
      'must be HTTPS, or TCP',
    );
  },
};
