import { TAGS } from '../../lib/contract/tags';
import type { Counts } from '../redaction/category';
import type { Detector } from '../redaction/detector';
import { RedactionError } from '../redaction/errors';
import { documentTypeOf, mediaTypeOf } from '../redaction/document-type';
import { redactedKey } from './object-key';
import { redactedMetadata, redactedTags } from './object-labels';
import type { ObjectStore, SourceObject, StoredObject } from './object-store';
import type { DocumentRedactor, RedactorFor } from '../redaction/redactor-for';

/** Why an object was quarantined. */
export type QuarantineReason =
  | 'NOT_VERSIONED'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_TYPE'
  | 'COMPRESSED'
  | 'NOT_UTF8_TEXT'
  | 'CONTENT_REFUSED'
  | 'REDACTION_FAILED';

/** What became of one object; counts and ids only. */
export interface ObjectResult {
  readonly outcome: 'REDACTED' | 'ALREADY_REDACTED' | 'GONE' | 'QUARANTINED';
  readonly reason?: QuarantineReason;
  /** S3's random id of the version. */
  readonly versionId: string | undefined;
  readonly bytes: number;
  readonly counts: Counts;
}

export type ObjectRedactor = (object: {
  readonly key: string;
  readonly versionId: string | undefined;
}) => Promise<ObjectResult>;

export interface ObjectRedactorProps {
  readonly store: ObjectStore;
  /** Reads keys, metadata and tags. */
  readonly detector: Detector;
  readonly redactorFor: RedactorFor;
  readonly maxBytes: number;
  readonly prefix: string;
}

/**
 * Copies one version of an object without its identifiers: body, key, metadata and tags. What cannot be redacted is
 * quarantined and nothing of it is sent on; a version that was copied before is left alone.
 * Each call rejects with RedactionError `STORE_UNAVAILABLE` when S3 fails: another call may succeed.
 */
export function createObjectRedactor(props: ObjectRedactorProps): ObjectRedactor {
  const { store, detector, redactorFor, maxBytes, prefix } = props;

  async function copy(object: SourceObject): Promise<Omit<ObjectResult, 'versionId'>> {
    const key = redactedKey({ ...object, prefix }, detector);
    if (await store.isWritten(key)) return { outcome: 'ALREADY_REDACTED', bytes: 0, counts: {} };
    const stored = await store.read(object, maxBytes);
    if (stored === undefined) return { outcome: 'GONE', bytes: 0, counts: {} };
    const { redactor, text } = readable(object.key, stored);
    const redaction = await redactor.redact(text);
    const written = await store.write({
      key,
      text: redaction.text,
      contentType: mediaTypeOf(stored.contentType) ?? 'text/plain',
      metadata: redactedMetadata(stored.metadata, detector),
      tags: redactedTags(stored.tags, { [TAGS.dataClass]: 'REDACTED' }, detector),
    });
    const bytes = stored.bytes?.byteLength ?? 0;
    return { outcome: written ? 'REDACTED' : 'ALREADY_REDACTED', bytes, counts: redaction.counts };
  }

  function readable(key: string, stored: StoredObject): { redactor: DocumentRedactor; text: string } {
    if (stored.bytes === undefined) throw new Refusal('TOO_LARGE');
    const type = documentTypeOf(key, stored.contentType);
    if (type === undefined) throw new Refusal('UNSUPPORTED_TYPE');
    if ((stored.contentEncoding ?? 'identity') !== 'identity') throw new Refusal('COMPRESSED');
    return { redactor: redactorFor(type), text: textOf(stored.bytes) };
  }

  return async ({ key, versionId }) => {
    try {
      if (versionId === undefined) throw new Refusal('NOT_VERSIONED');
      return { versionId, ...(await copy({ key, versionId })) };
    } catch (error) {
      if (error instanceof RedactionError && error.code === 'STORE_UNAVAILABLE') throw error;
      const reason = reasonOf(error);
      await store.quarantine({ key, ...(versionId === undefined ? {} : { versionId }) }, reason);
      return { outcome: 'QUARANTINED', reason, versionId, bytes: 0, counts: {} };
    }
  };
}

class Refusal extends Error {
  constructor(readonly reason: QuarantineReason) {
    super(reason);
  }
}

function reasonOf(error: unknown): QuarantineReason {
  if (error instanceof Refusal) return error.reason;
  const refused = error instanceof RedactionError && error.code === 'CONTENT_REFUSED';
  return refused ? 'CONTENT_REFUSED' : 'REDACTION_FAILED';
}

/** A byte order mark stays; NUL is no text, though UTF-8 has it, and UTF-16 read as UTF-8 is full of it. */
function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('NOT_UTF8_TEXT');
  }
  if (text.includes('\0')) throw new Refusal('NOT_UTF8_TEXT');
  return text;
}
