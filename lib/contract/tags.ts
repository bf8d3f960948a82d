/** Tag keys that constructs write and policies, rules and reports read. Values never hold anything about a patient. */
export const TAGS = {
  /** What a resource holds: a `DataClass`. */
  dataClass: 'hipaa-ai:data-class',
  /** On a store of de-identified data: the record that says so, as `DEIDENTIFICATION_TAG` reads it. */
  deidentification: 'hipaa-ai:deidentification',
  /** On a role: the ids of the records of the data sets it de-identifies, one blank between two. */
  deidentifies: 'hipaa-ai:deidentifies',
  environment: 'hipaa-ai:environment',
  /** `production`, where there may be PHI, or `non-production`, where there is none. */
  stage: 'hipaa-ai:stage',
  /** `YYYY-MM-DD`: by when a key that KMS cannot rotate gets new material, or is replaced. */
  rotateBy: 'hipaa-ai:rotate-by',
  /** What a model is asked for; on inference profiles, so that cost and records can be told apart. */
  useCase: 'hipaa-ai:use-case',
} as const;
