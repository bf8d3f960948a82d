import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { certificatesOf } from '../mesh/check-certificate';
import { MeshError, nameOf } from '../mesh/mesh-error';

/** Milliseconds for the call with all its attempts. */
const CALL_DEADLINE_MS = 20_000;

const eventSchema = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResourceProperties: z.object({
    bucket: z.string().min(3).max(63),
    key: z.string().min(1).max(1024),
    /** PEM, one or more. */
    anchors: z.string(),
  }),
});

/** What the provider framework takes as an answer. */
export interface Published {
  readonly PhysicalResourceId: string;
  /** Version of the object: the load balancer learns of a change by it. */
  readonly Data: { readonly version?: string };
}

/**
 * Writes the certificates of CAs into a bucket, as a load balancer takes them from there alone. Nothing but certificates of CAs is
 * written. An object is never deleted: a trust store may still be made of it.
 */
export function createAnchors(client: Pick<S3Client, 'send'>) {
  return async (event: unknown): Promise<Published> => {
    const { success, data } = eventSchema.safeParse(event);
    if (!success) throw new MeshError('EVENT_REFUSED', 'this is no request of the resource of anchors');
    const { bucket, key, anchors } = data.ResourceProperties;
    const PhysicalResourceId = `${bucket}/${key}`;
    if (data.RequestType === 'Delete') return { PhysicalResourceId, Data: {} };
    const version = await put(client, bucket, key, authoritiesOf(anchors));
    return { PhysicalResourceId, Data: { version } };
  };
}

/** @throws MeshError CERTIFICATE_REFUSED */
function authoritiesOf(pem: string): string {
  let authorities: ReturnType<typeof certificatesOf> = [];
  try {
    authorities = certificatesOf(pem);
  } catch {
    // as none
  }
  if (authorities.length === 0 || !authorities.every(({ ca }) => ca))
    throw new MeshError('CERTIFICATE_REFUSED', 'the anchors are not certificates of CAs');
  return authorities.map((each) => each.toString()).join('');
}

async function put(
  client: Pick<S3Client, 'send'>,
  Bucket: string,
  Key: string,
  Body: string,
): Promise<string> {
  let version: string | undefined;
  try {
    ({ VersionId: version } = await client.send(
      new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/x-pem-file' }),
      { abortSignal: AbortSignal.timeout(CALL_DEADLINE_MS) },
    ));
  } catch (error) {
    throw new MeshError('STORE_FAILED', `s3:PutObject failed (${nameOf(error)})`);
  }
  if (version === undefined) throw new MeshError('STORE_FAILED', 'the bucket keeps no versions');
  return version;
}
