import type { UseCaseManifest } from '../../../lib/contract/use-case';
import { GatewayError } from '../gateway-error';
import { FULL_RECORD, type GatewayRequest } from '../request';

/** What is left of the fields of a request. */
export interface NecessaryFields {
  readonly fields: ReadonlyMap<string, unknown>;
  /** The full record, where a justification of the manifest's allowed it. */
  readonly record: unknown;
  /** Fields that are not of the use case; their names are the caller's and go nowhere. */
  readonly dropped: number;
  readonly justification: string | undefined;
}

/**
 * Keeps the fields of the use case and nothing else: 45 CFR 164.502(b). All of a record goes only under a code that the
 * use case lists: 164.514(d)(5).
 *
 * @throws GatewayError FULL_RECORD_REFUSED
 */
export function onlyNecessary(
  { fields = {}, justification }: Pick<GatewayRequest, 'fields' | 'justification'>,
  manifest: Pick<UseCaseManifest, 'fields' | 'fullRecordJustifications'>,
): NecessaryFields {
  const kept = new Map<string, unknown>();
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (name === FULL_RECORD) continue;
    if (manifest.fields.includes(name) && value !== null) kept.set(name, value);
    else dropped += 1;
  }
  if (!Object.hasOwn(fields, FULL_RECORD))
    return { fields: kept, record: undefined, dropped, justification: undefined };
  if (justification === undefined || !manifest.fullRecordJustifications.includes(justification))
    throw new GatewayError('FULL_RECORD_REFUSED', { field: 'justification' });
  return { fields: kept, record: fields[FULL_RECORD], dropped, justification };
}
