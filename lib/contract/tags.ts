/** Tag keys that constructs write and policies, rules and reports read. Values never hold anything about a patient. */
export const TAGS = {
  /** What a resource holds: one of {@link DATA_CLASSES}. */
  dataClass: 'hipaa-ai:data-class',
  environment: 'hipaa-ai:environment',
} as const;

/** Classes of data, from 45 CFR 160.103 (PHI) and 164.514 (de-identified). */
export const DATA_CLASSES = ['PHI', 'AUDIT', 'LOG', 'NONE'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];
