/**
 * Member of a template's `Metadata` under which constructs write what somebody approved, so that the evidence can show it:
 * policies say what is allowed, and not by whom. A list of `ApprovalRecord`s.
 */
export const APPROVALS_KEY = 'hipaa-ai:approvals';

/** Who decided, when, and where that is written down. */
interface Decision {
  /** Path of the construct that was given the approval. */
  readonly construct: string;
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly record: string;
}

/** A model that may be invoked. */
export interface ModelApprovalRecord extends Decision {
  readonly kind: 'model';
  readonly modelId: string;
  /** Regions of calls. */
  readonly regions: readonly string[];
  /** The cross-Region profile it is called through, where it is not called by itself. */
  readonly inferenceProfile?: string;
  /** Regions in which it may answer; empty for a model called by itself, which answers where it is called. */
  readonly destinationRegions: readonly string[];
  readonly dataClasses: readonly string[];
  readonly retentionNeed: string;
  /** Entry of the register of business associates. */
  readonly baaEntry: string;
  /** `YYYY-MM-DD`, the last day on which the approval holds. */
  readonly reviewBy: string;
}

/** Calls that are closed to all others, opened to somebody. */
export interface ExceptionApprovalRecord extends Decision {
  readonly kind: 'exception';
  /** `agents`, `flows` …: a name of the calls. */
  readonly calls: string;
  readonly actions: readonly string[];
  /** ARN patterns of those who may. */
  readonly principals: readonly string[];
}

/** Somebody who may get PHI over the internet. */
export interface BusinessAssociateRecord {
  readonly kind: 'business-associate';
  readonly construct: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly baaRecord: string;
  /** `YYYY-MM-DD`, the last day by which somebody looks at the entry again. */
  readonly reviewBy: string;
}

export type ApprovalRecord = ModelApprovalRecord | ExceptionApprovalRecord | BusinessAssociateRecord;
