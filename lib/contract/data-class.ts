/**
 * What a prompt, or the record it was made from, may hold. A limited data set is protected health information still
 * (45 CFR 164.514(e)), and so is `REDACTED`, text that only went through redaction (160.103): no detector finds everything.
 * Nothing of this library writes `DEIDENTIFIED`; see `DeidentificationRecord`.
 */
export const PROMPT_CLASSES = ['PHI', 'LIMITED_DATA_SET', 'REDACTED', 'DEIDENTIFIED', 'NO_PHI'] as const;

export type PromptClass = (typeof PROMPT_CLASSES)[number];

/** The classes that are protected health information: whatever holds them is handled as `PHI` is, and nobody keeps their prompts. */
export const PROTECTED_CLASSES: readonly PromptClass[] = ['PHI', 'LIMITED_DATA_SET', 'REDACTED'];

/** The classes that nothing forbids to leave where PHI is kept; what reads both sides could carry PHI over. */
export const UNPROTECTED_CLASSES: readonly PromptClass[] = ['DEIDENTIFIED', 'NO_PHI'];

/** What a store holds, as its tag says: of prompts and records, or a record of what was done, or a log without any of them. */
export const DATA_CLASSES = [...PROMPT_CLASSES, 'AUDIT', 'LOG'] as const;

export type DataClass = (typeof DATA_CLASSES)[number];

/**
 * What must be on record before anybody calls redacted data de-identified. There are two ways and no third
 * (45 CFR 164.514(a)); passing through a redactor is neither.
 */
export type DeidentificationRecord = SafeHarborAttestation | ExpertDetermination;

/** 45 CFR 164.514(b)(2): all eighteen identifiers are gone, and nobody knows that the rest identifies anyone. */
export interface SafeHarborAttestation {
  readonly route: 'safe-harbor';
  /** The data set, by an opaque id. */
  readonly dataSet: string;
  /** Who says so, and answers for it: a person, not a program. */
  readonly attestedBy: string;
  /** `YYYY-MM-DD`. */
  readonly attestedOn: string;
  /** How it was checked that no identifier is left: sample, reviewers, what they found. */
  readonly reviewReport: string;
  /** 164.514(b)(2)(ii). */
  readonly noActualKnowledge: true;
}

/** 45 CFR 164.514(b)(1): somebody with knowledge of statistical methods finds the risk very small, and documents it. */
export interface ExpertDetermination {
  readonly route: 'expert-determination';
  readonly dataSet: string;
  readonly expert: string;
  /** `YYYY-MM-DD`. */
  readonly determinedOn: string;
  /** Last day on which the determination still holds, as the expert sees it. */
  readonly validUntil: string;
  /** Where methods and results are documented (164.514(b)(1)(ii)). */
  readonly report: string;
}
