import { isWholeService } from '../../policy/pattern';
import { statementsOf } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';
import { textOf } from '../../template/value';

export const profileNoBroadPolicy: Rule = {
  id: 'rolesanywhere-profile-no-broad-policy',
  title: 'session policies of machines outside of AWS name actions',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'The profile is meant to cut a role down for machines that are not in your hands; with a broad policy it does not.',
  fix: 'name actions in SessionPolicy, and no administrator or full-access policy in ManagedPolicyArns',
  resourceTypes: ['AWS::RolesAnywhere::Profile'],
  check(profile, template) {
    const managed = profile
      .property('ManagedPolicyArns')
      .items()
      .flatMap((arn) => {
        const texts = arn.values.map(textOf);
        if (texts.some((text) => text !== undefined && isBroad(text)))
          return [finding(arn.path, 'is a broad policy')];
        return texts.includes(undefined) ? [unknown(arn.path, 'cannot be read; it must not be broad')] : [];
      });
    const session = statementsOf(profile.property('SessionPolicy'), template).flatMap((statement) => {
      if (
        statement.effect === 'Allow' &&
        [...statement.actions, ...statement.notActions.map(() => '*')].some(isWholeService)
      )
        return [finding(statement.path, 'allows whole services')];
      return statement.unreadable.length > 0
        ? [unknown(statement.path, 'cannot be read; it must name actions')]
        : [];
    });
    return [...managed, ...session];
  },
};

/** By the names that AWS gives its managed policies. */
function isBroad(arn: string): boolean {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return name.includes('Administrator') || name === 'PowerUserAccess' || name.endsWith('FullAccess');
}
