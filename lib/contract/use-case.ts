import type { PromptClass } from './data-class';
import type { PurposeName } from './purpose-of-use';

/** A prompt that somebody approved, by the number of its version. */
export interface ApprovedPromptVersion {
  readonly id: string;
  /** A number; `DRAFT` is none. */
  readonly version: string;
  /** SHA-256 of the text, in lower-case hex: a text that is not the approved one is not sent. */
  readonly sha256: string;
}

/**
 * What one use of a model may see, ask and answer: what the gateway decides by. It holds names, ids and limits, and nothing of
 * a patient. Constructs write it, the gateway reads it.
 */
export interface UseCaseManifest {
  /** Such as `discharge-summary`: 1 to 64 of a-z, 0-9 and single hyphens. */
  readonly id: string;
  /** Counts up with each change, so that a record says under which manifest it was made. */
  readonly version: number;
  readonly dataClass: PromptClass;
  readonly purposes: readonly PurposeName[];
  /** Principals that may ask: ARNs of roles, SPIFFE ids, or groups of people as `group:NAME`. No patterns. */
  readonly callers: readonly string[];
  /** The only fields that reach a model (45 CFR 164.502(b)); others are dropped and counted. */
  readonly fields: readonly string[];
  /** Codes that may stand in a request for the full record; none: it is always refused. */
  readonly fullRecordJustifications: readonly string[];
  readonly prompts: readonly ApprovedPromptVersion[];
  /** Text of the caller's own instead of an approved prompt. */
  readonly freeText: boolean;
  /** Ids of models, or of Bedrock's profiles where a model has one; the first one unless a request names another; the next ones are its fall-back. */
  readonly models: readonly [string, ...string[]];
  /** What goes from texts before a model sees them; a limited data set names its agreement (164.514(e)(4)). */
  readonly redaction:
    | { readonly profile: 'safe-harbor' | 'strict' }
    | { readonly profile: 'limited-data-set'; readonly dataUseAgreement: string };
  /** Whether tokens of the answer may be turned back for a caller among `reidentifiers`. */
  readonly reidentifiers: readonly string[];
  /**
   * Who decides on an answer where `requiresHumanApproval`; never the one who asked.
   * @default - none; needed where `requiresHumanApproval`
   */
  readonly approvers?: readonly string[];
  readonly maxOutputTokens: number;
  /** UTF-16 units of all text of one request. */
  readonly maxInputLength: number;
  /** Least score of grounding, 0 to 1, where the guardrail gives one. */
  readonly minimumGrounding?: number;
  readonly requiresHumanApproval: boolean;
  /** Days for which sealed bodies are kept. */
  readonly bodyRetentionDays: number;
  /** Requests a minute. */
  readonly requestsPerMinute: number;
  /** Role or team that answers for it. */
  readonly owner: string;
  /** Entry of the risk analysis (164.308(a)(1)(ii)(A)). */
  readonly riskAnalysisId: string;
}
