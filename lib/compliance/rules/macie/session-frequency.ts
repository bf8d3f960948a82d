import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const sessionFrequency: Rule = {
  id: 'macie-session-frequency',
  title: 'sessions of Macie tell of findings within fifteen minutes',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'An open bucket that is told of after six hours has been read.',
  fix: 'leave FindingPublishingFrequency out, or set it to FIFTEEN_MINUTES',
  resourceTypes: ['AWS::Macie::Session'],
  check(session) {
    return allowLiteral(
      session.property('FindingPublishingFrequency'),
      (frequency) => frequency === 'FIFTEEN_MINUTES',
      'must be FIFTEEN_MINUTES',
    );
  },
};
