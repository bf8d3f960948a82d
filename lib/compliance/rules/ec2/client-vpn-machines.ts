import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { isGiven } from '../cloudformation/set';
import { requireMember } from '../cloudformation/require-member';

const OF_MACHINES = 'certificate-authentication';

export const clientVpnMachines: Rule = {
  id: 'ec2-client-vpn-machines',
  title: 'client VPNs also ask for the certificate of the machine',
  severity: 'warning',
  controls: ['164.312(d)', '164.310(c)'],
  profiles: ['strict'],
  why: 'A name and a password work from any machine, also from one with malware on it; a certificate is on those of the organisation.',
  fix: `add an entry of type ${OF_MACHINES} with MutualAuthentication.ClientRootCertificateChainArn`,
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(vpn) {
    return requireMember(
      vpn.property('AuthenticationOptions'),
      (option) =>
        isGiven(option.at('MutualAuthentication.ClientRootCertificateChainArn'))
          ? accepts(option.at('Type'), (type) => type === OF_MACHINES)
          : false,
      `must have an entry of type ${OF_MACHINES}`,
    );
  },
};
