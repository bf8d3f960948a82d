import { onEachAllow } from '../../policy/allow';
import { actionsOfLevel, takesResource } from '../../policy/actions/catalogue';
import { isAnything } from '../../policy/arn';
import { bindsConditions } from '../../policy/binding';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

export const noOpenWrite: Rule = {
  id: 'iam-no-open-write',
  title: 'policies name what they let be changed',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A right to change or delete every resource of a kind reaches those of every other application.',
  fix: 'name the ARNs in Resource; actions that take no resource go into a statement of their own, where * is accepted',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'resource'],
      (statement) => {
        if (!statement.resources.some(isAnything)) return [];
        const written = writes(statement.actions);
        const [first] = written;
        const bound = first === undefined || bindsConditions(statement);
        if (bound === true) return [];
        const what = `${first}${written.length > 1 ? ` and ${written.length - 1} more` : ''}`;
        return [
          bound === false
            ? finding(`${statement.path}.Resource`, `lets every resource be changed by ${what}`)
            : unknown(
                statement.path,
                `allows ${what} on every resource, under a condition that cannot be read`,
              ),
        ];
      },
      ({ actions }) => writes(actions).length > 0,
    );
  },
};

/** Of an action that takes no resource a policy can say `*` and nothing narrower. */
function writes(actions: readonly string[]): readonly string[] {
  return actionsOfLevel(actions, 'Write').filter((action) => takesResource(action) !== false);
}
