import type { ApprovedModel } from '../../lib/bedrock/approved-model';

/** Invented approvals of models that exist. */
export const TODAY = '2026-11-27';

const APPROVED = {
  dataClasses: ['PHI', 'NO_PHI'],
  retentionNeed: 'none',
  baaEntry: 'aws-organization-baa',
  approval: { by: 'model board', on: '2026-06-01', record: 'MB-12' },
  reviewBy: '2027-06-01',
} as const;

export const LITE: ApprovedModel = { ...APPROVED, modelId: 'amazon.nova-lite-v1:0', regions: ['us-east-1'] };

/** Called through a profile that may answer in two more Regions. */
export const PRO: ApprovedModel = {
  ...APPROVED,
  modelId: 'amazon.nova-pro-v1:0',
  regions: ['us-east-1'],
  inferenceProfile: {
    id: 'us.amazon.nova-pro-v1:0',
    destinationRegions: ['us-east-1', 'us-east-2', 'us-west-2'],
  },
};

/** Not for patients' data. */
export const KEEPER: ApprovedModel = {
  ...APPROVED,
  modelId: 'amazon.nova-micro-v1:0',
  regions: ['us-east-1'],
  dataClasses: ['NO_PHI'],
  retentionNeed: 'aws_review',
};

/** Turns text into vectors of 256, 512 or 1024 numbers. */
export const EMBEDDING: ApprovedModel = {
  ...APPROVED,
  modelId: 'amazon.titan-embed-text-v2:0',
  regions: ['us-east-1'],
  dataClasses: ['PHI', 'REDACTED', 'NO_PHI'],
};

/** Turns text into vectors, and may do so in two more Regions. */
export const EMBEDDING_PROFILE: ApprovedModel = {
  ...PRO,
  modelId: 'cohere.embed-v4:0',
  dataClasses: ['PHI', 'REDACTED'],
  inferenceProfile: {
    id: 'us.cohere.embed-v4:0',
    destinationRegions: ['us-east-1', 'us-east-2', 'us-west-2'],
  },
};

/** Reads what went through redaction. */
export const READER: ApprovedModel = {
  ...LITE,
  modelId: 'amazon.nova-premier-v1:0',
  dataClasses: ['REDACTED'],
};

export const ALLOWED_REGIONS = ['us-east-1', 'us-east-2', 'us-west-2'];
