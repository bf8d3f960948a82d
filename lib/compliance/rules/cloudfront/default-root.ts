import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { configurationOf, DISTRIBUTION } from './behaviours';

export const defaultRoot: Rule = {
  id: 'cloudfront-default-root',
  title: 'distributions answer / with a page, not with what is in the bucket',
  severity: 'warning',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Without a default page the request for / can list the names of all objects.',
  fix: 'set DefaultRootObject, e.g. to index.html',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    return requirePresent(configurationOf(distribution).at('DefaultRootObject'), 'must name a page');
  },
};
