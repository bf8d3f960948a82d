import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { behavioursOf, DISTRIBUTION } from './behaviours';

export const signedRequests: Rule = {
  id: 'cloudfront-signed-requests',
  title: 'distributions answer only to requests that were signed for the person',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'An address that leaks, in a mail or a log, otherwise opens the document for everybody who has it.',
  fix: 'set TrustedKeyGroups of each behavior, and hand out signed cookies or URLs that run out',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    return behavioursOf(distribution).flatMap((behaviour) =>
      requirePresent(behaviour.at('TrustedKeyGroups'), 'must name a key group'),
    );
  },
};
