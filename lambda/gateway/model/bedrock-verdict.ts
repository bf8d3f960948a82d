import type { GuardrailAssessment, GuardrailTraceAssessment } from '@aws-sdk/client-bedrock-runtime';
import type { GuardrailVerdict, Stop } from './model';

/** Source: Bedrock API reference, Converse, `stopReason`. What is not known here is not taken for an end. */
export function stopOf(reason: string | undefined): Stop {
  switch (reason) {
    case 'end_turn':
    case 'stop_sequence':
      return 'end';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'length';
    case 'guardrail_intervened':
    case 'content_filtered':
      return 'guardrail';
    case 'tool_use':
    case 'malformed_tool_use':
      return 'tool';
    default:
      return 'unreadable';
  }
}

/** A guardrail that only masked is no reason to stop: then the model's stop reason says how the answer ended. */
export function verdictOf(
  reason: string | undefined,
  trace: GuardrailTraceAssessment | undefined,
): GuardrailVerdict {
  const assessments = [
    ...Object.values(trace?.inputAssessment ?? {}),
    ...Object.values(trace?.outputAssessments ?? {}).flat(),
  ];
  const grounding = groundingOf(assessments);
  const blocked = stopOf(reason) === 'guardrail';
  const action = blocked ? 'blocked' : assessments.some(masks) ? 'masked' : 'none';
  return { action, ...(grounding === undefined ? {} : { grounding }) };
}

export function groundingOf(assessments: readonly GuardrailAssessment[]): number | undefined {
  const scores = assessments
    .flatMap(({ contextualGroundingPolicy }) => contextualGroundingPolicy?.filters ?? [])
    .flatMap(({ type, score }) => (type === 'GROUNDING' && score !== undefined ? score : []));
  return scores.length === 0 ? undefined : Math.min(...scores);
}

function masks({ sensitiveInformationPolicy }: GuardrailAssessment): boolean {
  const found = [
    ...(sensitiveInformationPolicy?.piiEntities ?? []),
    ...(sensitiveInformationPolicy?.regexes ?? []),
  ];
  return found.some(({ action }) => action === 'ANONYMIZED');
}
