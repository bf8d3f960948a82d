import { onEachAllow } from '../../policy/allow';
import { narrowsBy } from '../../policy/narrowing';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

export const passRoleToService: Rule = {
  id: 'iam-pass-role-to-service',
  title: 'iam:PassRole says which service may get the role',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A role meant for one service can be handed to any other that its trust policy comes to name.',
  fix: 'add the condition StringEquals iam:PassedToService with the service',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) => {
      if (!statement.actions.includes('iam:passrole')) return [];
      const bound = narrowsBy(
        statement,
        (key) => key === 'iam:passedtoservice' || key === 'iam:associatedresourcearn',
      );
      if (bound === true) return [];
      return [
        bound === false
          ? finding(statement.path, 'allows iam:PassRole without iam:PassedToService')
          : unknown(statement.path, 'allows iam:PassRole under a condition that cannot be read'),
      ];
    });
  },
};
