import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const clientVpnBanner: Rule = {
  id: 'ec2-client-vpn-banner',
  title: 'client VPNs say at every login whom they are for',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(A)', '164.308(a)(1)(ii)(C)'],
  profiles: ['strict'],
  why: 'Whoever uses the access of somebody else, and is sanctioned for it, must have been told that use is recorded.',
  fix: 'set ClientLoginBannerOptions.Enabled to true, and BannerText',
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(vpn) {
    return requireLiteral(vpn.property('ClientLoginBannerOptions.Enabled'), isTrue, 'must be true');
  },
};
