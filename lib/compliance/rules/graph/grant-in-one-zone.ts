import { every } from '../../policy/tri';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { zonesOf } from '../../zones/class-of';
import { admissionsOf, GRANTS, type Admission } from '../../zones/grants';
import { crossingsOf, isDeidentified, labelOf, sideOf, type SideName } from '../../zones/sides';

const [first, ...others] = Object.keys(GRANTS) as [string, ...string[]];

export const grantInOneZone: Rule = {
  id: 'graph-grant-in-one-zone',
  title: 'the policy of a store or key lets in nobody from the other side of the line',
  severity: 'error',
  controls: ['164.308(a)(4)(i)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['ai'],
  why: 'What a policy of a store allows does not show in the role: who is let in there from outside of PHI carries it out.',
  fix: 'let in roles of the same side; a job that de-identifies says by which record in the tag of its role',
  resourceTypes: [first, ...others],
  check(holder) {
    const admissions = admissionsOf(holder).filter(({ to }) => {
      const zones = zonesOf(to);
      return zones.protected !== false || zones.unprotected !== false;
    });
    if (admissions.length === 0) return 'not-applicable';
    return admissions.flatMap(observed);
  },
};

function observed({ to, principal, isSure, action, path }: Admission): readonly Observation[] {
  const zones = zonesOf(to);
  const crosses = crossingsOf(principal).length > 0;
  if (crosses && isDeidentified(zones)) return [];
  const answers = (['protected', 'unprotected'] as const).flatMap((here) => {
    const there: SideName = here === 'protected' ? 'unprotected' : 'protected';
    const side = zones[here] === false ? undefined : sideOf(principal, there);
    return side
      ? { words: side.words, isSure: every([isSure, zones[here], side.isSure, !side.isLimited || undefined]) }
      : [];
  });
  const [answer] = answers.toSorted((a, b) => Number(b.isSure === true) - Number(a.isSure === true));
  if (!answer) return [];
  const message = `lets ${principal.logicalId} ${action} of ${labelOf({ resource: to, zones })}, and it ${answer.words}`;
  return [(answer.isSure === true ? finding : unknown)(path, message)];
}
