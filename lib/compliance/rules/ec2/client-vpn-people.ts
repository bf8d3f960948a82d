import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireMember } from '../cloudformation/require-member';

const OF_PEOPLE: readonly unknown[] = ['federated-authentication', 'directory-service-authentication'];

export const clientVpnPeople: Rule = {
  id: 'ec2-client-vpn-people',
  title: 'client VPNs ask who the person is, not only which certificate the machine has',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(f)(2)'],
  why: 'A certificate can be copied with the laptop; an identity provider asks for a second factor.',
  fix: 'add an entry of type federated-authentication or directory-service-authentication to AuthenticationOptions',
  resourceTypes: ['AWS::EC2::ClientVpnEndpoint'],
  check(vpn) {
    return requireMember(
      vpn.property('AuthenticationOptions'),
      (option) => accepts(option.at('Type'), (type) => OF_PEOPLE.includes(type)),
      `must have an entry of type ${OF_PEOPLE.join(' or ')}`,
    );
  },
};
