import { TAKES_NO_GUARDRAIL } from '../../contract/guardrail';
import { hasWildcard, isAnything, parseArn } from './arn';
import { narrowsBy } from './narrowing';
import { reachesAction } from './pattern';
import type { Statement } from './statement';

/** There is no `bedrock:Converse`: Converse and ConverseStream are authorized as these two. */
export const INVOKE_ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'] as const;

const GUARDRAIL_KEY = 'bedrock:guardrailidentifier';
const NEGATION = /^(?:stringnotequals|stringnotequalsignorecase|stringnotlike|arnnotequals|arnnotlike)$/u;

/** Whether an Allow holds only for calls with a named guardrail. Undefined: cannot tell. */
export function asksForGuardrail(statement: Statement): boolean | undefined {
  return narrowsBy(statement, (key) => key === GUARDRAIL_KEY);
}

/** True for a Deny of every invocation that lacks the guardrail; a call without any lacks it too. */
export function deniesWithoutGuardrail(statement: Statement): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    INVOKE_ACTIONS.every((action) => reachesAction(statement.actions, action)) &&
    statement.resources.some(isAnything) &&
    condition !== undefined &&
    others.length === 0 &&
    condition.key === GUARDRAIL_KEY &&
    (NEGATION.test(condition.operator.toLowerCase()) || isNullTrue(condition))
  );
}

function isNullTrue({ operator, values }: Statement['conditions'][number]): boolean {
  return operator.toLowerCase() === 'null' && values.length > 0 && values.every((value) => value === 'true');
}

/** Models that only turn text into numbers or an order: Bedrock applies no guardrail to them. */
export function isWithoutGuardrails(resource: string): boolean {
  return TAKES_NO_GUARDRAIL.test(resource);
}

/** True when the pattern reaches Bedrock and does not say which model or profile. */
export function leavesModelOpen(pattern: string): boolean {
  const arn = parseArn(pattern);
  if (!arn) return hasWildcard(pattern);
  return (arn.service === 'bedrock' || hasWildcard(arn.service)) && hasWildcard(arn.resource);
}
