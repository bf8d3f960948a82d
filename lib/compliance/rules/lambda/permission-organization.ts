import { isOfOtherAccount } from '../../policy/principal';
import { unknown, type Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const permissionOrganization: Rule = {
  id: 'lambda-permission-organization',
  title: 'another account calls a function only as long as it is in the organization',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(C)', '164.308(a)(3)(ii)(C)'],
  profiles: ['strict'],
  why: 'An account that is sold or closed keeps what its number was given; the organization notices, the number does not.',
  fix: 'set PrincipalOrgID beside the account, or let it take a role',
  resourceTypes: ['AWS::Lambda::Permission'],
  check(permission) {
    const principal = permission.property('Principal');
    const seen = requireSet(permission.property('PrincipalOrgID'), 'must name the organization');
    if (principal.texts().some((text) => isOfOtherAccount(text) !== false)) return seen;
    return principal.values.some(({ kind }) => kind === 'unknown')
      ? seen.map(({ property, message }) => unknown(property, message))
      : 'not-applicable';
  },
};
