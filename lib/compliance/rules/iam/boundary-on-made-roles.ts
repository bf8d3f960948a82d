import { allows, onEachAllow } from '../../policy/allow';
import { narrowsBy } from '../../policy/narrowing';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

const MAKES = ['iam:CreateRole', 'iam:CreateUser', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'] as const;

export const boundaryOnMadeRoles: Rule = {
  id: 'iam-boundary-on-made-roles',
  title: 'whoever makes roles must give them a permissions boundary',
  severity: 'warning',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Whoever may make a role and take it has all that the role was given, which is whatever its maker likes.',
  fix: 'add the condition StringEquals iam:PermissionsBoundary with the ARN of the boundary',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) => {
      if (statement.notActions.length > 0 || statement.actions.includes('*')) return [];
      const action = MAKES.find((each) => allows(statement, each));
      const bound = action === undefined || narrowsBy(statement, (key) => key === 'iam:permissionsboundary');
      if (bound === true) return [];
      return [
        bound === false
          ? finding(statement.path, `allows ${action} without iam:PermissionsBoundary`)
          : unknown(statement.path, `allows ${action} under a condition that cannot be read`),
      ];
    });
  },
};
