import { onEachAllow } from '../../policy/allow';
import { isWholeService } from '../../policy/pattern';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const noWildcardAction: Rule = {
  id: 'iam-no-wildcard-action',
  title: 'policies name the actions they allow',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'All actions of a service include reading its data, opening it to others and deleting it, and those added next year.',
  fix: 'list the actions that are needed; replace NotAction by Action',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) => [
      ...statement.actions
        .filter(isWholeService)
        .map((action) => finding(`${statement.path}.Action`, `allows ${action}`)),
      ...(statement.notActions.length > 0
        ? [finding(`${statement.path}.NotAction`, 'allows every action but those listed')]
        : []),
    ]);
  },
};
