import { allows, onEachAllow } from '../../policy/allow';
import { hasWildcard, parseArn } from '../../policy/arn';
import { allowsEverything } from '../../policy/everything';
import { namesNothing } from '../../policy/openness';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const passRoleScoped: Rule = {
  id: 'iam-pass-role-scoped',
  title: 'iam:PassRole names the roles that may be passed',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever may pass any role to a service has what the mightiest role of the account has.',
  fix: 'name the ARNs of the roles in Resource, and the service in a condition on iam:PassedToService',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'resource'],
      (statement) => {
        if (!allows(statement, 'iam:PassRole') || statement.notActions.length > 0) return [];
        if (allowsEverything(statement)) return [];
        const open = statement.resources.find(reachesEveryRole);
        return open === undefined
          ? []
          : [finding(`${statement.path}.Resource`, `lets every role be passed: ${open}`)];
      },
      (statement) => allows(statement, 'iam:PassRole'),
    );
  },
};

/** Patterns of other services reach no role. */
function reachesEveryRole(pattern: string): boolean {
  const service = parseArn(pattern)?.service ?? 'iam';
  return namesNothing(pattern) && (service === 'iam' || hasWildcard(service));
}
