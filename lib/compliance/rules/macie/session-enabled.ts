import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const sessionEnabled: Rule = {
  id: 'macie-session-enabled',
  title: 'no session of Macie is paused',
  severity: 'error',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(1)(ii)(A)'],
  profiles: ['hipaa'],
  why: 'Paused, Macie finds no PHI in a bucket that nobody thought of.',
  fix: 'leave Status out, or set it to ENABLED',
  resourceTypes: ['AWS::Macie::Session'],
  check(session) {
    return allowLiteral(session.property('Status'), (status) => status === 'ENABLED', 'must be ENABLED');
  },
};
