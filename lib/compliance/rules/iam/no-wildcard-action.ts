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
  fix: 'list the actions that are needed',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), ['action'], (statement) => {
      const whole = [...new Set(statement.actions.filter(isWholeService))];
      return whole.length === 0 ? [] : [finding(`${statement.path}.Action`, `allows ${whole.join(', ')}`)];
    });
  },
};
