import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { StoreFailure, type LedgerStore } from './ledger-store';

/**
 * Settings for `new S3Client`. One attempt: the writer repeats by itself, as it must know what became of a first one whose
 * answer was lost.
 */
export const S3_CLIENT_SETTINGS = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
} as const;

export interface S3StoreProps {
  readonly s3: Pick<S3Client, 'send'>;
  /**
   * Versioned, with Object Lock and a KMS key by default: both are the bucket's to say, so that nobody who may write can
   * write an object without them.
   */
  readonly bucket: string;
  /**
   * In front of every key, with its slash.
   * @default ''
   */
  readonly prefix?: string;
}

/** Of a status below 500, and yet worth another try. */
const PASSING = new Set([
  'AbortError',
  'ConditionalRequestConflict',
  'OperationAborted',
  'RequestTimeout',
  'RequestTimeoutException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
]);
const SERVER_ERROR = 500;
const TOO_MANY_REQUESTS = 429;

interface Thrown {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/**
 * A ledger in S3. `If-None-Match: *` makes S3 refuse a name that is taken (412), and ask for another try when two write it at
 * once (409 ConditionalRequestConflict).
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function createS3Store({ s3, bucket, prefix = '' }: S3StoreProps): LedgerStore {
  return {
    async putIfAbsent(key, bytes, signal) {
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: `${prefix}${key}`,
            Body: bytes,
            ContentType: key.endsWith('.jsonl') ? 'application/x-ndjson' : 'application/json',
            IfNoneMatch: '*',
            // a bucket with Object Lock takes no object without one
            ChecksumAlgorithm: 'SHA256',
          }),
          { abortSignal: signal },
        );
        return 'created';
      } catch (error) {
        if (isNamed(error, 'PreconditionFailed')) return 'exists';
        throw failureOf(error);
      }
    },
    async get(key, signal) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${key}` }), {
          abortSignal: signal,
        });
        return Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
      } catch (error) {
        if (isNamed(error, 'NoSuchKey')) return undefined;
        throw failureOf(error);
      }
    },
    async *list(folder, after) {
      let token: string | undefined;
      do {
        const page = await listed(s3, {
          Bucket: bucket,
          Prefix: `${prefix}${folder}`,
          StartAfter: token === undefined && after !== undefined ? `${prefix}${after}` : undefined,
          ContinuationToken: token,
        });
        for (const { Key = '' } of page.Contents ?? []) yield Key.slice(prefix.length);
        token = page.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}

async function listed(
  s3: Pick<S3Client, 'send'>,
  input: ConstructorParameters<typeof ListObjectsV2Command>[0],
) {
  try {
    return await s3.send(new ListObjectsV2Command(input));
  } catch (error) {
    throw failureOf(error);
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** S3's texts name keys and buckets: none of theirs goes further. */
function failureOf(error: unknown): StoreFailure {
  const { name = '', code, $metadata = {} } = (error ?? {}) as Thrown;
  const status = $metadata.httpStatusCode;
  const isPassing =
    status === undefined || status >= SERVER_ERROR || status === TOO_MANY_REQUESTS || PASSING.has(name);
  const isOfTheSystem = code !== undefined && (name === 'Error' || name === 'AggregateError');
  return new StoreFailure(isPassing ? 'unanswered' : 'refused', isOfTheSystem ? code : name);
}
