import { aws_logs as logs } from 'aws-cdk-lib';

/** Six years (2192 days) by this product's policy; HIPAA sets no period for logs. */
export const LOG_RETENTION = logs.RetentionDays.SIX_YEARS;
