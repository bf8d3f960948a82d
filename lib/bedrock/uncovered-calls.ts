import { CLOSED_DOORS, UNGUARDED_CALLS } from './doors';

/** Who keeps what the guardrail does not see from doing harm. */
export type ClosedBy =
  /** Statements of `DeniedDoors`, in boundaries and service control policies, and in the policy of `ModelInvocationRole`. */
  | { readonly kind: 'denied'; readonly doors: readonly string[] }
  /** Code that whoever calls models must run: no policy of AWS can ask for it. */
  | { readonly kind: 'code'; readonly control: string };

/** A way of reaching a model, or a part of a call, for which `bedrock:GuardrailIdentifier` closes nothing. */
export interface UncoveredCall {
  readonly name: string;
  /** Why the condition does not cover it, in one sentence. */
  readonly why: string;
  readonly closedBy: ClosedBy;
}

const denied = (...doors: readonly string[]): ClosedBy => ({ kind: 'denied', doors });
const code = (control: string): ClosedBy => ({ kind: 'code', control });

/**
 * What a guardrail in a request, and the condition that asks for it, do not cover. The condition is looked at for
 * InvokeModel, InvokeModelWithResponseStream, Converse and ConverseStream, and no other call.
 * Source: Bedrock user guide, "Enforce the use of specific guardrails in model inference requests", "Include a guardrail
 * with the Converse API", "Configure streaming response behavior".
 */
export const UNCOVERED_CALLS: readonly UncoveredCall[] = [
  {
    name: 'Agents and inline agents',
    why: UNGUARDED_CALLS.agents.reason,
    closedBy: denied(UNGUARDED_CALLS.agents.sid),
  },
  { name: 'Flows', why: UNGUARDED_CALLS.flows.reason, closedBy: denied(UNGUARDED_CALLS.flows.sid) },
  {
    name: 'Answers that a knowledge base generates',
    why: UNGUARDED_CALLS['knowledge-bases'].reason,
    closedBy: denied(UNGUARDED_CALLS['knowledge-bases'].sid),
  },
  {
    name: 'Batch inference, evaluation, prompt optimization and data automation jobs',
    why: UNGUARDED_CALLS.jobs.reason,
    closedBy: denied(UNGUARDED_CALLS.jobs.sid),
  },
  {
    name: 'The second inference endpoint, bedrock-mantle',
    why: door('NoMantle'),
    closedBy: denied('NoMantle'),
  },
  { name: 'Claude Platform on AWS', why: door('NoClaudePlatform'), closedBy: denied('NoClaudePlatform') },
  {
    name: 'Tools that AWS runs, such as web search',
    why: door('NoSystemTools'),
    closedBy: denied('NoSystemTools'),
  },
  {
    name: 'Tool definitions, tool inputs and tool results',
    why: 'The guardrail of a Converse call does not evaluate toolConfig, toolUse and toolResult.',
    closedBy: code(
      'the model hook of redaction reads toolUse and toolResult, definitions are written by whoever writes the code; `AgentInterceptor` reads what a gateway exchanges',
    ),
  },
  {
    name: 'Images, documents, audio and video',
    why: 'Sensitive information filters read text; an image is judged for harm, not for identifiers.',
    closedBy: code('the model hook refuses what is no text (`CONTENT_REFUSED`)'),
  },
  {
    name: 'Parts of a prompt outside the tags of a caller',
    why: 'A caller that tags content has nothing else of the prompt evaluated.',
    closedBy: code(
      'the caller tags nothing; `EnforcedGuardrail` evaluates all of a prompt whatever is tagged',
    ),
  },
  {
    name: 'Streamed answers in asynchronous mode',
    why: 'Chunks leave before they are evaluated, and nothing in them is masked.',
    closedBy: code('the caller leaves streamProcessingMode at sync'),
  },
  {
    name: 'Embeddings',
    why: 'A model that makes numbers of text takes no guardrail, and refuses a call that names one.',
    closedBy: code('only redacted text is embedded; which models are, `ModelAccess` says'),
  },
  {
    name: 'Reranking, by InvokeModel or bedrock:Rerank',
    why: 'A model that puts texts in order takes no guardrail, and refuses a call that names one.',
    closedBy: code('only redacted text is ranked; our roles are not allowed bedrock:Rerank'),
  },
];

/** The reason of a door that is closed to everybody. */
function door(sid: string): string {
  const found = CLOSED_DOORS.find((each) => each.sid === sid);
  if (!found) throw new Error(`there is no door ${sid}`);
  return found.reason;
}
