import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { VersionedStore } from './versioned-store';

export interface S3StoreProps {
  readonly client: Pick<S3Client, 'send'>;
  readonly bucket: string;
  /** In front of every key, with its slash; a lifecycle rule of the bucket removes what is below it. */
  readonly prefix: string;
}

/** Versions are named by what is left to it: the newest one is the first of a listing. */
const LAST_VERSION = 999_999;
const DIGITS = 6;

/**
 * Values in a bucket, one object a version: it is created or it was there before. For where no table can be reached. The SDK
 * repeats a put whose answer was lost; the second one is refused although the first one wrote, so a refusal is read again
 * before it is believed. Expiry is for the bucket's lifecycle, in days.
 */
export function createS3Store({ client, bucket, prefix }: S3StoreProps): VersionedStore {
  const folder = (key: string): string => `${prefix}${key}/`;
  const nameOf = (key: string, version: number): string =>
    `${folder(key)}${String(LAST_VERSION - version).padStart(DIGITS, '0')}`;

  async function textOf(name: string): Promise<string> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
    return (await Body?.transformToString()) ?? '';
  }

  return {
    async read(key) {
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: folder(key), MaxKeys: 1 }),
      );
      const [newest] = Contents;
      if (newest?.Key === undefined) return undefined;
      const version = LAST_VERSION - Number(newest.Key.slice(-DIGITS));
      return { value: await textOf(newest.Key), version };
    },
    async write(key, value, seen) {
      const name = nameOf(key, seen + 1);
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: name,
            Body: value,
            ContentType: 'application/json',
            IfNoneMatch: '*',
          }),
        );
        return true;
      } catch (error) {
        const { name: code = '' } = (error ?? {}) as { readonly name?: string };
        if (code !== 'PreconditionFailed' && code !== 'ConditionalRequestConflict') throw error;
        return (await textOf(name).catch(() => undefined)) === value;
      }
    },
  };
}
