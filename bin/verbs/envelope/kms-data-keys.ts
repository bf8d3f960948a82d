import { KMSClient } from '@aws-sdk/client-kms';
import type { KeySource } from '../../../lambda/envelope/keys/key-source';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { CLIENT_SETTINGS } from '../../../lambda/envelope/keys/service-call';
import type { KmsKeyArn } from './kms-key-arn';
import type { Telling } from './telling';

/** Data keys of a KMS key. Loads the client of KMS, so only who uses one imports this. */
export function kmsDataKeys(
  { arn, region }: KmsKeyArn,
  { context, telling }: { readonly context: 'split' | 'full'; readonly telling: Telling },
): KeySource {
  return createKmsDataKeys({ kms: kmsClient(region, telling), keyArn: arn, context });
}

/** Credentials and endpoint are those of the SDK's default chain. */
export function kmsClient(region: string, telling: Telling): KMSClient {
  const kms = new KMSClient({ ...CLIENT_SETTINGS, region });
  kms.middlewareStack.add((next) => (args) => telling('AWS KMS', next(args)), { step: 'initialize' });
  return kms;
}
