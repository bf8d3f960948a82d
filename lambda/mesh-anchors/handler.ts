import { S3Client } from '@aws-sdk/client-s3';
import { createAnchors, type Published } from './anchors';

const publish = createAnchors(
  new S3Client({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  }),
);

/** Keeps the trust anchors of a mesh as an object, for a custom resource. */
export async function handler(event: unknown): Promise<Published> {
  const published = await publish(event);
  process.stdout.write(
    `${JSON.stringify({ event: 'mesh-anchors', outcome: published.Data.version === undefined ? 'LEFT' : 'PUBLISHED' })}\n`,
  );
  return published;
}
