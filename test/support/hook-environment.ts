import path from 'node:path';
import { ROOT } from './synthesize';
import { OBJECT_REDACTION_VARIABLES as NAMES } from '../../lib/contract/environment-variables';
import type { LambdaRuntimeProps } from './lambda-runtime';
import type { LoopbackS3 } from './loopback-s3';

export const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-4222-8333-';
export const REDACTED_KEY = `${KEY_ARN}000000000001`;
export const QUARANTINE_KEY = `${KEY_ARN}000000000002`;

/** How a bundle that redacts objects is run beside an S3 of ours. */
export function objectHook(
  bundle: string,
  s3: LoopbackS3,
  changes: Readonly<Record<string, string>> = {},
): LambdaRuntimeProps {
  return {
    asset: path.join(ROOT, 'dist', 'lambda', bundle),
    node: process.execPath,
    environment: {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      [NAMES.sourceBucket]: 'originals',
      [NAMES.sourcePrefix]: 'incoming/',
      [NAMES.redactedBucket]: 'redacted',
      [NAMES.redactedKeyArn]: REDACTED_KEY,
      [NAMES.quarantineBucket]: 'quarantine',
      [NAMES.quarantineKeyArn]: QUARANTINE_KEY,
      [NAMES.maxObjectBytes]: '4000',
      ...changes,
    },
  };
}

/** An event as EventBridge sends it for a new object. */
export function objectCreated(key: string, versionId?: string, bucket = 'originals'): unknown {
  return {
    version: '0',
    source: 'aws.s3',
    'detail-type': 'Object Created',
    account: '111122223333',
    region: 'us-east-1',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        size: 1,
        ...(versionId === undefined ? {} : { 'version-id': versionId }),
        sequencer: '00',
      },
      // fields that nobody reads, and nobody may repeat
      requester: 'Quillfeather',
      'source-ip-address': '203.0.113.77',
      reason: 'PutObject',
    },
  };
}
