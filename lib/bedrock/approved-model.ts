import type { PromptClass } from '../contract/data-class';

/**
 * The least data retention mode under which a model answers, weakest need first; under a lower mode Bedrock refuses the
 * call. Source: Bedrock user guide, "Data retention".
 */
export const RETENTION_NEEDS = ['none', 'default', 'aws_review', 'provider_data_share'] as const;

export type RetentionNeed = (typeof RETENTION_NEEDS)[number];

/** Who decided that something may be used, when, and where that is written down. */
export interface Approval {
  /** A person or a board, not a program. */
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Ticket or document that holds the reasons. */
  readonly record: string;
}

/** A cross-Region inference profile that Bedrock defines. */
export interface GeographicProfile {
  /** Such as `us.amazon.nova-pro-v1:0`: a geography, then the model. */
  readonly id: string;
  /** Every Region to which it may send a prompt, as `bedrock:GetInferenceProfile` lists them. */
  readonly destinationRegions: readonly string[];
}

/** One row of the allow-list. */
export interface ApprovedModel {
  /** Foundation model id, such as `amazon.nova-pro-v1:0`; no pattern, no inference profile. */
  readonly modelId: string;
  /** Regions in which it is called. */
  readonly regions: readonly string[];
  /**
   * The profile through which it is called; it is then called in no other way.
   * @default - the model is called by itself and answers in the Region of the call
   */
  readonly inferenceProfile?: GeographicProfile;
  /** What prompts to it may hold; each class is named, none includes another. */
  readonly dataClasses: readonly PromptClass[];
  readonly retentionNeed: RetentionNeed;
  /** Entry of the register of business associates under which the model is covered. */
  readonly baaEntry: string;
  readonly approval: Approval;
  /** `YYYY-MM-DD`, the last day on which the approval holds: at most 366 days after it was given. */
  readonly reviewBy: string;
}
