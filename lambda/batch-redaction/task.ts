import { RedactionError } from '../redaction/errors';
import { isVersion } from '../object-redaction/object-created';
import type { ObjectRedactor, ObjectResult } from '../object-redaction/object-redactor';
import type { VersionLookup } from '../object-redaction/object-store';

/** Result of what is no more, and of a folder's own entry, which some programs write: there is nothing to redact. */
const GONE: ObjectResult = { outcome: 'GONE', versionId: undefined, bytes: 0, counts: {} };

/**
 * One item of a batch: `{ key, versionId? }`, as the state machine selects it from a listing or a manifest. Without a
 * version the current one is read.
 */
export function createBatchTask(
  redact: ObjectRedactor,
  { currentVersion }: VersionLookup,
): (event: unknown) => Promise<ObjectResult> {
  return async (event) => {
    const { key, versionId } = (event ?? {}) as { readonly key?: unknown; readonly versionId?: unknown };
    if (typeof key !== 'string' || key === '') throw new RedactionError('INVALID_EVENT', `'key' is no text`);
    if (versionId !== undefined && typeof versionId !== 'string')
      throw new RedactionError('INVALID_EVENT', `'versionId' is no text`);
    if (key.endsWith('/')) return GONE;
    if (isVersion(versionId)) return redact({ key, versionId });
    const current = await currentVersion(key);
    if (current === undefined) return GONE;
    return redact({ key, versionId: isVersion(current.versionId) ? current.versionId : undefined });
  };
}
