import { S3Client } from '@aws-sdk/client-s3';
import { createRedactor } from '../redaction/redactor';
import { createObjectRedactor, type ObjectRedactor } from './object-redactor';
import { createRedactorFor } from '../redaction/redactor-for';
import { createS3ObjectStore } from './s3-object-store';
import type { ObjectRedactionSettings } from './settings';

/** The object redactor over real S3, as the hook and the batch run it. */
export function objectRedactorOf(settings: ObjectRedactionSettings): ObjectRedactor {
  const redactor = createRedactor();
  // the SDK waits for ever by default; a call that cannot reach S3 must fail before Lambda ends it unheard
  const s3 = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  });
  return createObjectRedactor({
    store: createS3ObjectStore({ s3, ...settings }),
    detector: redactor,
    redactorFor: createRedactorFor(redactor),
    maxBytes: settings.maxBytes,
    prefix: settings.prefix,
  });
}
