import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { configurationOf, DISTRIBUTION } from './behaviours';

export const waf: Rule = {
  id: 'cloudfront-waf',
  title: 'distributions stand behind a web ACL',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Injection and known exploits reach the application with nothing in between that would stop them.',
  fix: 'set WebACLId to the ARN of an AWS::WAFv2::WebACL of scope CLOUDFRONT',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    return requirePresent(configurationOf(distribution).at('WebACLId'), 'must name a web ACL');
  },
};
