/** Tag keys that constructs write and policies, rules and reports read. Values never hold anything about a patient. */
export const TAGS = {
  /** What a resource holds: a `DataClass`. */
  dataClass: 'hipaa-ai:data-class',
  environment: 'hipaa-ai:environment',
  /** `production`, where there may be PHI, or `non-production`, where there is none. */
  stage: 'hipaa-ai:stage',
  /** `YYYY-MM-DD`: by when a key that KMS cannot rotate gets new material, or is replaced. */
  rotateBy: 'hipaa-ai:rotate-by',
  /** What a model is asked for; on inference profiles, so that cost and records can be told apart. */
  useCase: 'hipaa-ai:use-case',
} as const;
