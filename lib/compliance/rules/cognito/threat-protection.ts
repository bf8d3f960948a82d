import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const threatProtection: Rule = {
  id: 'cognito-threat-protection',
  title: 'user pools act on suspicious sign-ins',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(C)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'Nobody watches sign-ins as fast as passwords are tried; in AUDIT the pool only counts them.',
  fix: 'set UserPoolAddOns.AdvancedSecurityMode to ENFORCED; it needs the Plus plan',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return requireLiteral(
      pool.property('UserPoolAddOns.AdvancedSecurityMode'),
      (mode) => mode === 'ENFORCED',
      'must be ENFORCED',
    );
  },
};
