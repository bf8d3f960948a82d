import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const permissionNarrow: Rule = {
  id: 'acmpca-permission-narrow',
  title: 'only ACM, for one account, may ask a private CA for certificates',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Without SourceAccount ACM may be made to ask on behalf of another account.',
  fix: 'set Principal to acm.amazonaws.com, and SourceAccount',
  resourceTypes: ['AWS::ACMPCA::Permission'],
  check(permission) {
    return [
      ...requireLiteral(
        permission.property('Principal'),
        (name) => name === 'acm.amazonaws.com',
        'must be acm.amazonaws.com',
      ),
      ...requirePresent(permission.property('SourceAccount'), 'must name the account'),
    ];
  },
};
