import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const STOPS: readonly unknown[] = ['BLOCK', 'MFA_REQUIRED'];

export const accountTakeover: Rule = {
  id: 'cognito-account-takeover',
  title: 'a sign-in that looks like a theft is stopped',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(C)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'What looks like somebody else at an unusual place is somebody else.',
  fix: 'set EventAction of AccountTakeoverRiskConfiguration.Actions.HighAction to BLOCK or MFA_REQUIRED',
  resourceTypes: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  check(attachment) {
    return requireLiteral(
      attachment.property('AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction'),
      (action) => STOPS.includes(action),
      'must be BLOCK or MFA_REQUIRED',
    );
  },
};
