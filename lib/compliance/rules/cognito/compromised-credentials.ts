import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const compromisedCredentials: Rule = {
  id: 'cognito-compromised-credentials',
  title: 'a password known to be stolen opens nothing',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'Lists of stolen passwords are tried on every sign-in page there is.',
  fix: 'set EventAction of CompromisedCredentialsRiskConfiguration.Actions to BLOCK',
  resourceTypes: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  check(attachment) {
    return requireLiteral(
      attachment.property('CompromisedCredentialsRiskConfiguration.Actions.EventAction'),
      (action) => action === 'BLOCK',
      'must be BLOCK',
    );
  },
};
