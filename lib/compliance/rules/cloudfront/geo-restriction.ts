import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { configurationOf, DISTRIBUTION } from './behaviours';

export const geoRestriction: Rule = {
  id: 'cloudfront-geo-restriction',
  title: 'distributions answer in the countries where patients and staff are',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A portal for one state is attacked from all the world.',
  fix: 'set Restrictions.GeoRestriction.RestrictionType to whitelist, with Locations',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    return requireLiteral(
      configurationOf(distribution).at('Restrictions.GeoRestriction.RestrictionType'),
      (type) => type === 'whitelist' || type === 'blacklist',
      'must be whitelist',
    );
  },
};
