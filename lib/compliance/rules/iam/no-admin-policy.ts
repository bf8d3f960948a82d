import { onEachAllow } from '../../policy/allow';
import { allowsEverything, isEveryService } from '../../policy/everything';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const noAdminPolicy: Rule = {
  id: 'iam-no-admin-policy',
  title: 'no policy allows everything on everything',
  severity: 'error',
  controls: ['164.308(a)(4)(i)', '164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa', 'ai'],
  why: 'Whoever may do everything can read all PHI, open it to others and switch off whatever would tell.',
  fix: 'list the actions and name the ARNs that are needed',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'resource'],
      (statement) =>
        allowsEverything(statement) ? [finding(statement.path, 'allows every action on every resource')] : [],
      ({ actions }) => actions.some(isEveryService),
    );
  },
};
