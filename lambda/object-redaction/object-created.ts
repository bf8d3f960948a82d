import { RedactionError } from '../redaction/errors';

/** What an `Object Created` event of EventBridge says about the object. */
export interface ObjectCreated {
  readonly bucket: string;
  /** As it is: EventBridge, unlike S3's own notifications, does not encode it for a URL. */
  readonly key: string;
  /** Absent where the bucket keeps no versions. */
  readonly versionId: string | undefined;
}

/**
 * Reads an event of S3. Source: S3 user guide, "EventBridge event message structure".
 * @throws RedactionError `INVALID_EVENT`; its message names fields, never their values
 */
export function parseObjectCreated(event: unknown): ObjectCreated {
  if (at(event, 'source') !== 'aws.s3' || at(event, 'detail-type') !== 'Object Created') {
    throw invalid(`the event is no 'Object Created' event of S3`);
  }
  const detail = at(event, 'detail');
  const bucket = at(at(detail, 'bucket'), 'name');
  const key = at(at(detail, 'object'), 'key');
  const versionId = at(at(detail, 'object'), 'version-id');
  if (typeof bucket !== 'string' || bucket === '') throw invalid(`'detail.bucket.name' is no text`);
  if (typeof key !== 'string' || key === '') throw invalid(`'detail.object.key' is no text`);
  if (versionId !== undefined && typeof versionId !== 'string')
    throw invalid(`'detail.object.version-id' is no text`);
  return { bucket, key, versionId: isVersion(versionId) ? versionId : undefined };
}

/** Objects written before versions were turned on have the version `null`, which the next write replaces. */
export function isVersion(versionId: string | undefined): versionId is string {
  return versionId !== undefined && versionId !== '' && versionId !== 'null';
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function invalid(message: string): RedactionError {
  return new RedactionError('INVALID_EVENT', message);
}
