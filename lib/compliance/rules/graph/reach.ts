import { allows } from '../../policy/allow';
import { covers, reachesAction } from '../../policy/pattern';
import { principalPolicies, type Attached } from '../../policy/principal-policies';
import type { Statement } from '../../policy/statement';
import type { Resource } from '../../template/resource';

/** A role or user with the statement that lets it do something, and what that is. */
export interface Permission {
  readonly action: string;
  readonly through: Attached;
}

/**
 * The first of some actions that a principal may take on a resource, over all its policies in the assembly, unless a Deny
 * without conditions takes it back. A condition on an Allow is not taken for a refusal.
 * @param arns every way the templates may write the ARN of the resource
 */
export function mayDo(
  principal: Resource,
  actions: readonly string[],
  arns: readonly string[],
): Permission | undefined {
  const { attached } = principalPolicies(principal);
  for (const action of actions) {
    const isDenied = attached.some(({ statement }) => surelyDenies(statement, action, arns));
    const through = attached.find(({ statement }) => allows(statement, action) && isOn(statement, arns));
    if (through && !isDenied) return { action, through };
  }
  return undefined;
}

function isOn({ resources, notResources }: Statement, arns: readonly string[]): boolean {
  return notResources.length > 0
    ? arns.every((arn) => !notResources.some((pattern) => covers(pattern, arn)))
    : arns.some((arn) => resources.some((pattern) => covers(pattern, arn)));
}

function surelyDenies(statement: Statement, action: string, arns: readonly string[]): boolean {
  return (
    statement.effect === 'Deny' &&
    !statement.wavers &&
    statement.conditions.length === 0 &&
    reachesAction(statement.actions, action) &&
    arns.some((arn) => statement.resources.some((pattern) => covers(pattern, arn)))
  );
}
