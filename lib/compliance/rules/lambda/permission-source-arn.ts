import { isService } from '../../policy/principal';
import { unknown, type Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const permissionSourceArn: Rule = {
  id: 'lambda-permission-source-arn',
  title: 'a service calls a function for one resource only',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'With no more than SourceAccount every bucket, topic or rule of the account can hand the function its events.',
  fix: 'set SourceArn',
  resourceTypes: ['AWS::Lambda::Permission'],
  check(permission) {
    const principal = permission.property('Principal');
    const seen = requireSet(permission.property('SourceArn'), 'must name the resource');
    if (principal.texts().some(isService)) return seen;
    return principal.values.some(({ kind }) => kind === 'unknown')
      ? seen.map(({ property, message }) => unknown(property, message))
      : 'not-applicable';
  },
};
