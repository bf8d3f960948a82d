import { onEachAllow } from '../../policy/allow';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const noNotResource: Rule = {
  id: 'iam-no-not-resource',
  title: 'no policy allows on all but a few resources',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'NotResource takes in the buckets, tables and keys of every other application, and those made tomorrow.',
  fix: 'replace NotResource by Resource with the ARNs that are needed',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(identityStatements(resource), [], (statement) => {
      // whatever is listed, and even where it cannot be read, the rest is allowed
      const isThere = statement.notResources.length > 0 || statement.unreadable.includes('NotResource');
      return isThere
        ? [finding(`${statement.path}.NotResource`, 'allows on every resource but those listed')]
        : [];
    });
  },
};
