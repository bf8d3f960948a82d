import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createRedactor } from '../redaction/redactor';
import { createRedactorFor } from '../redaction/redactor-for';
import { createObjectRedactor, type ObjectRedactor } from './object-redactor';
import type { VersionLookup } from './object-store';
import { createS3ObjectStore, isNamed, orUnavailable } from './s3-object-store';
import type { ObjectRedactionSettings } from './settings';

// the SDK waits for ever by default; a call that cannot reach S3 must fail before Lambda ends it unheard
const s3 = new S3Client({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
});

/** The object redactor over real S3, as the hook and the batch run it. */
export function objectRedactorOf(settings: ObjectRedactionSettings): ObjectRedactor {
  const redactor = createRedactor();
  return createObjectRedactor({
    store: createS3ObjectStore({ s3, ...settings }),
    detector: redactor,
    redactorFor: createRedactorFor(redactor),
    maxBytes: settings.maxBytes,
    prefix: settings.prefix,
  });
}

/** The current versions of objects of the source. */
export function versionLookupOf({ sourceBucket }: ObjectRedactionSettings): VersionLookup {
  return {
    currentVersion: (key) =>
      orUnavailable(
        s3.send(new HeadObjectCommand({ Bucket: sourceBucket, Key: key })).then(
          ({ VersionId }) => ({ versionId: VersionId }),
          (error: unknown) => {
            if (isNamed(error, 'NotFound', 'NoSuchKey')) return undefined;
            throw error;
          },
        ),
      ),
  };
}
