import { onEachAllow } from '../../policy/allow';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const noNotAction: Rule = {
  id: 'iam-no-not-action',
  title: 'no policy allows all but a few actions',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'NotAction allows every service there is and every one AWS adds, save those its author thought of.',
  fix: 'replace NotAction by Action with the actions that are needed',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), [], (statement) => {
      // whatever is listed, and even where it cannot be read, the rest is allowed
      const isThere = statement.notActions.length > 0 || statement.unreadable.includes('NotAction');
      return isThere ? [finding(`${statement.path}.NotAction`, 'allows every action but those listed')] : [];
    });
  },
};
