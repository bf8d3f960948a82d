/** What a resource is for, as its tag says. PHI is in `production` only: what is copied elsewhere is under fewer eyes. */
export const STAGES = ['production', 'non-production'] as const;

export type Stage = (typeof STAGES)[number];
