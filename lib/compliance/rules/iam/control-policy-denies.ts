import { allows } from '../../policy/allow';
import { alternativesOf, type Statement } from '../../policy/statement';
import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';

const CONTROLS: readonly unknown[] = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];

export const controlPolicyDenies: Rule = {
  id: 'iam-control-policy-denies',
  title: 'a control policy of the organization takes something away',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(1)(ii)(B)'],
  profiles: ['strict'],
  why: 'A policy that allows everything stands where a guardrail should: reviewers see a name, accounts feel nothing.',
  fix: 'deny what no account may do, or allow only the services in use',
  resourceTypes: ['AWS::Organizations::Policy'],
  check(policy, template) {
    const isOther = policy
      .property('Type')
      .values.every((value) => value.kind === 'literal' && !CONTROLS.includes(value.value));
    if (isOther) return 'not-applicable';
    const content = policy.property('Content');
    return alternativesOf(content, template).flatMap((statements) =>
      observe(isRestrictive(statements), content.path, 'must deny something, or allow less than everything'),
    );
  },
};

/** An action of no service: only a pattern that means all of them allows it. */
const ANYTHING = 'unheard-of:Anything';

function isRestrictive(statements: readonly Statement[]): boolean | undefined {
  const denies = statements.some(({ effect, wavers }) => effect === 'Deny' && !wavers);
  if (denies) return true;
  if (statements.some(({ unreadable, wavers }) => unreadable.length > 0 || wavers)) return undefined;
  return statements.every(
    (statement) =>
      statement.conditions.length > 0 || !allows(statement, ANYTHING) || statement.notActions.length > 0,
  );
}
