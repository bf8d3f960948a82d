import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { behavioursOf, DISTRIBUTION } from './behaviours';

const POLICIES: readonly unknown[] = ['https-only', 'redirect-to-https'];

export const viewerHttps: Rule = {
  id: 'cloudfront-viewer-https',
  title: 'distributions answer over HTTPS only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'What a browser asks over plain HTTP, and what comes back, can be read by everybody on the way.',
  fix: 'set ViewerProtocolPolicy of each behavior to https-only or redirect-to-https',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    return behavioursOf(distribution).flatMap((behaviour) =>
      requireLiteral(
        behaviour.at('ViewerProtocolPolicy'),
        (policy) => POLICIES.includes(policy),
        `must be ${POLICIES.join(' or ')}`,
      ),
    );
  },
};
