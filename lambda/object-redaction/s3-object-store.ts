import { randomUUID } from 'node:crypto';
import {
  CopyObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type GetObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { TAGS } from '../../lib/contract/tags';
import { RedactionError } from '../redaction/errors';
import type { Labels } from './object-labels';
import type { ObjectStore, SourceObject, StoredObject } from './object-store';

export interface S3ObjectStoreProps {
  readonly s3: Pick<S3Client, 'send'>;
  readonly sourceBucket: string;
  readonly redacted: { readonly bucket: string; readonly keyArn: string };
  readonly quarantine: { readonly bucket: string; readonly keyArn: string };
}

/** `ObjectStore` over S3: what is written is encrypted under the key of its bucket, whatever the bucket's default. */
export function createS3ObjectStore({
  s3,
  sourceBucket,
  redacted,
  quarantine,
}: S3ObjectStoreProps): ObjectStore {
  const under = (keyArn: string) =>
    ({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn, BucketKeyEnabled: true }) as const;

  async function tagsOf({ key, versionId }: SourceObject): Promise<Labels> {
    const { TagSet = [] } = await s3.send(
      new GetObjectTaggingCommand({ Bucket: sourceBucket, Key: key, VersionId: versionId }),
    );
    return Object.fromEntries(TagSet.map(({ Key = '', Value = '' }) => [Key, Value]));
  }

  async function read(object: SourceObject, maxBytes: number): Promise<StoredObject | undefined> {
    let output: GetObjectCommandOutput;
    try {
      output = await s3.send(
        new GetObjectCommand({ Bucket: sourceBucket, Key: object.key, VersionId: object.versionId }),
      );
    } catch (error) {
      if (isNamed(error, 'NoSuchVersion', 'NoSuchKey')) return undefined;
      throw error;
    }
    const bytes = await bytesOf(output, maxBytes);
    return {
      bytes,
      contentType: output.ContentType,
      contentEncoding: output.ContentEncoding,
      metadata: output.Metadata ?? {},
      tags: bytes === undefined || (output.TagCount ?? 0) === 0 ? {} : await tagsOf(object),
    };
  }

  return {
    read: (object, maxBytes) => orUnavailable(read(object, maxBytes)),
    isWritten: (key) =>
      // a listing needs no right to read what is there
      orUnavailable(
        s3
          .send(new ListObjectsV2Command({ Bucket: redacted.bucket, Prefix: key, MaxKeys: 1 }))
          .then(({ Contents = [] }) => Contents[0]?.Key === key),
      ),
    async write(copy) {
      const put = s3.send(
        new PutObjectCommand({
          Bucket: redacted.bucket,
          Key: copy.key,
          Body: copy.text,
          ContentType: copy.contentType,
          Metadata: { ...copy.metadata },
          Tagging: new URLSearchParams({ ...copy.tags }).toString(),
          // two deliveries of one event may meet here
          IfNoneMatch: '*',
          ...under(redacted.keyArn),
        }),
      );
      try {
        await put;
        return true;
      } catch (error) {
        if (isNamed(error, 'PreconditionFailed')) return false;
        throw unavailable();
      }
    },
    async quarantine({ key, versionId }, reason) {
      const place = `${reason}/${versionId ?? randomUUID()}`;
      const source = `${sourceBucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
      const target = { Bucket: quarantine.bucket, Tagging: `${encodeURIComponent(TAGS.dataClass)}=PHI` };
      const copy = new CopyObjectCommand({
        ...target,
        ...under(quarantine.keyArn),
        Key: place,
        CopySource: versionId === undefined ? source : `${source}?versionId=${encodeURIComponent(versionId)}`,
        TaggingDirective: 'REPLACE',
      });
      // where it came from: the key may name a patient, so it stands in the encrypted body and not in a key
      const origin = new PutObjectCommand({
        ...target,
        ...under(quarantine.keyArn),
        Key: `${place}.json`,
        ContentType: 'application/json',
        Body: JSON.stringify({ bucket: sourceBucket, key, versionId, reason }),
      });
      await orUnavailable(s3.send(origin).then(() => s3.send(copy)));
    },
  };
}

/** Stops reading at the first byte too many. */
async function bytesOf(
  { Body, ContentLength }: GetObjectCommandOutput,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (Body === undefined) return new Uint8Array();
  const body = Body as AsyncIterable<Uint8Array> & { destroy: () => void };
  if ((ContentLength ?? 0) > maxBytes) {
    body.destroy();
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // leaving the loop closes the connection
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

function unavailable(): RedactionError {
  return new RedactionError('STORE_UNAVAILABLE', 'S3 or KMS did not do what was asked; nothing was sent on');
}

/** S3's errors name keys and buckets: none of theirs goes further. */
export async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw unavailable();
  }
}
