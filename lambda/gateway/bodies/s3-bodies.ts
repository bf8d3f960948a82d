import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { BodyStore } from './body-store';

export interface S3BodiesProps {
  readonly client: Pick<S3Client, 'send'>;
  readonly bucket: string;
}

/** Bodies in a bucket, encrypted by its default key besides being sealed. */
export function createS3Bodies({ client, bucket }: S3BodiesProps): BodyStore {
  return {
    async put(key, bytes) {
      try {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, IfNoneMatch: '*' }));
      } catch (error) {
        // keys hold a random id that nobody else has: what is there is ours, and its answer was lost
        if (error instanceof Error && error.name === 'PreconditionFailed') return;
        throw error;
      }
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
  };
}
