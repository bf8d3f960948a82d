import { every } from '../../policy/tri';
import { finding, unknown, type Rule } from '../../rule';
import { typesOf } from '../cloudformation/places';
import { zonesOf } from '../../zones/class-of';
import { endsOf, ROUTES } from '../../zones/route-ends';
import { labelOf, type SideName } from '../../zones/sides';

export const routeInOneZone: Rule = {
  id: 'graph-route-in-one-zone',
  title: 'what passes data on leads from PHI to nothing else, and to models that are told so',
  severity: 'error',
  controls: ['164.308(a)(4)(i)', '164.502(b)', '164.312(a)(1)'],
  profiles: ['ai'],
  why: 'A replica, a dead-letter queue or a knowledge base holds what its source holds, whatever its tag says; an agent without a class is for data that is no PHI.',
  fix: 'give both ends the same side of the line: tag the route or the target as what it gets, or name another source',
  resourceTypes: typesOf(ROUTES),
  check(route) {
    const ends = endsOf(route).map((end) => ({ ...end, zones: zonesOf(end.resource) }));
    const on = (side: SideName) => {
      const found = ends.filter(({ zones }) => zones[side] !== false);
      return found.find(({ zones }) => zones[side] === true) ?? found[0];
    };
    const inside = on('protected');
    const outside = on('unprotected');
    if (!inside && !outside) return 'not-applicable';
    if (!inside || !outside || (inside === outside && ends.length === 1)) return [];
    const isSure = every([inside.zones.protected, outside.zones.unprotected]);
    const at = inside.resource === route ? outside : inside;
    return [
      (isSure === true ? finding : unknown)(at.path, `joins ${labelOf(inside)} and ${labelOf(outside)}`),
    ];
  },
};
