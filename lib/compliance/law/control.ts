/**
 * Weight the rule gives a paragraph. An `addressable` specification may be left out, but only with
 * a written reason and, where one is reasonable, an equivalent measure (164.306(d)(3)).
 */
export type ControlType = 'standard' | 'required' | 'addressable';

/**
 * Who can satisfy a paragraph, at best.
 * `code`: a rule or construct carries part of it. `evidence`: code can produce or demand proof of it.
 * `document`: paper only. `inherited`: AWS does it, and its reports in AWS Artifact show it.
 */
export type SatisfiedBy = 'code' | 'evidence' | 'document' | 'inherited';

/** The rule of 45 CFR 164 a paragraph belongs to: subpart C, E or D. */
export type LawPart = 'security' | 'privacy' | 'breach';

/** A paragraph of 45 CFR 164, as a row of `controls.json`. */
export interface Control {
  /** Section and paragraph, e.g. `164.312(a)(2)(iv)`. */
  readonly id: string;
  /** Short heading. */
  readonly title: string;
  readonly type: ControlType;
  readonly rule: LawPart;
  readonly satisfiedBy: SatisfiedBy;
  /** What the paragraph asks, in our own words; the regulation's text governs. */
  readonly summary: string;
  /** What the organization must still do that no template can do; ends the sentence "remaining duty: …". */
  readonly remainingDuty: string;
  /** NIST SP 800-53r5 controls that NIST's own crosswalk of SP 800-66r2 gives. */
  readonly nist80053: readonly string[];
  /** Further SP 800-53r5 controls: our mapping, not NIST's. */
  readonly nist80053Additional: readonly string[];
  /** Where the official text is. */
  readonly source: string;
}
