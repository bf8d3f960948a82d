import {
  DecryptCommand,
  GenerateDataKeyCommand,
  type DecryptCommandOutput,
  type GenerateDataKeyCommandOutput,
} from '@aws-sdk/client-kms';
import type { EncryptionContext } from './encryption-context';
import { EnvelopeError } from './errors';
import type { MessageKey } from './message';
import type { EncryptedDataKey } from './message-header';
import { DATA_KEY_BYTES } from './suite';

/** The part of `KMSClient` that is used; a `KMSClient` is one. Retries and timeouts are the client's settings. */
export interface KmsSender {
  send(command: GenerateDataKeyCommand): Promise<GenerateDataKeyCommandOutput>;
  send(command: DecryptCommand): Promise<DecryptCommandOutput>;
}

export interface KmsDataKeysProps {
  readonly kms: KmsSender;
  /** ARN of a symmetric key, not of an alias: KMS answers with it, and messages name it. */
  readonly keyArn: string;
}

/** Where data keys come from. The caller zeroes what it is given. */
export interface DataKeys {
  generate(context: EncryptionContext): Promise<MessageKey>;
  /** The plaintext of the one encrypted data key that is for this source. */
  unwrap(encryptedDataKeys: readonly EncryptedDataKey[], context: EncryptionContext): Promise<Uint8Array>;
}

/** Says in the header that KMS was given tenant and purpose of the context, not the record. */
export const SPLIT_CONTEXT_PROVIDER = 'hipaa-ai-kms-split-context';

const MAX_FIELD_BYTES = 0xffff;

type KmsContext = Record<string, string>;

// 'aws-kms' is what the KMS keyrings of the AWS Encryption SDKs write: they give KMS the whole context
const KMS_CONTEXTS: ReadonlyMap<string, (context: EncryptionContext) => KmsContext> = new Map([
  [SPLIT_CONTEXT_PROVIDER, splitContext],
  ['aws-kms', (context: EncryptionContext): KmsContext => Object.fromEntries(context)],
]);

function splitContext(context: EncryptionContext): KmsContext {
  return Object.fromEntries([...context].filter(([key]) => key !== 'record'));
}

/**
 * One KMS call for each data key, nothing cached. KMS sees tenant and purpose, which CloudTrail keeps in clear; the record
 * is bound by the header alone.
 *
 * @see AWS KMS API Reference, GenerateDataKey and Decrypt; AWS KMS Developer Guide, "Encryption context"
 */
export function createKmsDataKeys({ kms, keyArn }: KmsDataKeysProps): DataKeys {
  const providerInfo = Buffer.from(keyArn);
  return {
    async generate(context) {
      const EncryptionContext = splitContext(context);
      const answer = await ask(() =>
        kms.send(
          new GenerateDataKeyCommand({ KeyId: keyArn, NumberOfBytes: DATA_KEY_BYTES, EncryptionContext }),
        ),
      );
      const dataKey = dataKeyIn(answer, keyArn);
      const ciphertext = Buffer.from(answer.CiphertextBlob ?? []);
      if (ciphertext.length === 0 || ciphertext.length > MAX_FIELD_BYTES) {
        dataKey.fill(0);
        throw new EnvelopeError('NO_KEY');
      }
      return { dataKey, encryptedDataKey: { providerId: SPLIT_CONTEXT_PROVIDER, providerInfo, ciphertext } };
    },
    async unwrap(encryptedDataKeys, context) {
      for (const { providerId, providerInfo: named, ciphertext } of encryptedDataKeys) {
        const kmsContext = KMS_CONTEXTS.get(providerId);
        if (kmsContext === undefined || !named.equals(providerInfo)) continue;
        const EncryptionContext = kmsContext(context);
        const answer = await ask(() =>
          kms.send(new DecryptCommand({ KeyId: keyArn, CiphertextBlob: ciphertext, EncryptionContext })),
        );
        return dataKeyIn(answer, keyArn);
      }
      throw new EnvelopeError('NO_KEY');
    },
  };
}

/** What KMS says goes wrong is its own affair: callers learn whether to try again, nothing more. */
async function ask<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw new EnvelopeError(isThrottling(error) ? 'THROTTLED' : 'NO_KEY');
  }
}

/** @throws EnvelopeError NO_KEY: another key answered, or the data key has not 32 bytes */
function dataKeyIn(
  { KeyId, Plaintext }: { readonly KeyId?: string; readonly Plaintext?: Uint8Array },
  keyArn: string,
): Uint8Array {
  if (Plaintext === undefined) throw new EnvelopeError('NO_KEY');
  if (KeyId === keyArn && Plaintext.length === DATA_KEY_BYTES) return Plaintext;
  Plaintext.fill(0);
  throw new EnvelopeError('NO_KEY');
}

const THROTTLING = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'SlowDown',
]);
const TOO_MANY_REQUESTS = 429;

function isThrottling(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (THROTTLING.has(error.name)) return true;
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode === TOO_MANY_REQUESTS;
}
