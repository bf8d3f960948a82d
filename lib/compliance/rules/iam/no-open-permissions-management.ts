import { onEachAllow } from '../../policy/allow';
import { actionsOfLevel } from '../../policy/actions/catalogue';
import { bindsConditions } from '../../policy/binding';
import { isAnything } from '../../policy/arn';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

export const noOpenPermissionsManagement: Rule = {
  id: 'iam-no-open-permissions-management',
  title: 'permissions may be changed on named resources only',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A right to change policies of every bucket, key or role is a right to open each of them to anybody.',
  fix: 'name the ARNs in Resource, or bind the statement by a tag or a permissions boundary in a condition',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'resource'],
      (statement) => {
        if (!statement.resources.some(isAnything)) return [];
        const found = actionsOfLevel(statement.actions, 'Permissions management');
        const [first] = found;
        const bound = first === undefined || bindsConditions(statement);
        if (bound === true) return [];
        const what = `${first}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
        return [
          bound === false
            ? finding(statement.path, `allows ${what} on every resource`)
            : unknown(
                statement.path,
                `allows ${what} on every resource, under a condition that cannot be read`,
              ),
        ];
      },
      ({ actions }) => actionsOfLevel(actions, 'Permissions management').length > 0,
    );
  },
};
