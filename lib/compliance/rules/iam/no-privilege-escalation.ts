import { escalationsOf, type EscalationPath } from '../../policy/escalation';
import { ownStatements, principalsWith, type PrincipalPolicies } from '../../policy/principal-policies';
import { IDENTITY_POLICY_TYPES } from '../../policy/statement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';

export const noPrivilegeEscalation: Rule = {
  id: 'iam-no-privilege-escalation',
  title: 'nobody may give themselves more permissions',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(3)(i)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Some permissions, alone or together, are a way to all the others: a narrow policy beside them narrows nothing.',
  fix: 'name the roles, policies or functions in Resource, require a permissions boundary, or take one of the actions away',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    const principals = principalsWith(resource);
    const alone: PrincipalPolicies = {
      principal: resource,
      attached: ownStatements(resource),
      boundary: undefined,
    };
    const paths = (principals.length > 0 ? principals : [alone]).flatMap(escalationsOf);
    return byStatement(paths, resource);
  },
};

/** Each path shows once: where its first action is allowed. A statement with several shows the first and how many more. */
function byStatement(paths: readonly EscalationPath[], resource: Resource): readonly Observation[] {
  const grouped = new Map<string, EscalationPath[]>();
  for (const path of paths) {
    const [first] = path.steps;
    // NotAction and `*` reach all of them, which rules of their own say
    if (first?.resource !== resource || first.statement.notActions.length > 0) continue;
    if (first.statement.actions.includes('*')) continue;
    grouped.set(first.statement.path, [...(grouped.get(first.statement.path) ?? []), path]);
  }
  return [...grouped].map(([where, found]) => {
    const [best] = [...found.filter(({ isSure }) => isSure), ...found];
    const distinct = new Set(found.map(({ actions }) => actions.join())).size;
    const more = distinct > 1 ? `, and ${distinct - 1} more ways` : '';
    const message = `allows ${best?.actions.join(' with ') ?? ''} on everything${more}`;
    return best?.isSure === true
      ? finding(where, message)
      : unknown(where, `${message}, unless what cannot be read says otherwise`);
  });
}
