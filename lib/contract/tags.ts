/** Tag keys that constructs write and policies, rules and reports read. Values never hold anything about a patient. */
export const TAGS = {
  /** What a resource holds: `PHI` (45 CFR 160.103), `AUDIT` or `LOG`. */
  dataClass: 'hipaa-ai:data-class',
  environment: 'hipaa-ai:environment',
} as const;
