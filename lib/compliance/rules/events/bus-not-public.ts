import { isEverybody } from '../../policy/principal';
import { publicStatements } from '../../policy/public-access';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';

export const busNotPublic: Rule = {
  id: 'events-bus-not-public',
  title: 'no event bus takes events from everybody',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Events start functions and workflows; whoever may put them decides what those do.',
  fix: 'name the account, or add a condition on aws:PrincipalOrgID',
  resourceTypes: ['AWS::Events::EventBusPolicy', 'AWS::Events::EventBus'],
  check(resource, template) {
    return resource.type === 'AWS::Events::EventBus'
      ? publicStatements(resource.property('Policy'), template)
      : [...publicStatements(resource.property(''), template), ...ofPrincipal(resource)];
  },
};

/** The older form: one principal, and perhaps one condition, on the resource itself. */
function ofPrincipal(policy: Resource): readonly Observation[] {
  const principal = policy.property('Principal');
  if (policy.property('Condition').values.every(({ kind }) => kind !== 'absent')) return [];
  if (principal.texts().some(isEverybody))
    return [finding(principal.path, 'is everybody, without a condition')];
  return principal.values.some(({ kind }) => kind === 'unknown')
    ? [unknown(principal.path, 'cannot be read; it must not be everybody')]
    : [];
}
