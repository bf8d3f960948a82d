import { z } from 'zod';
import { canonicalJson } from './canonical-json';
import { ledgerEntrySchema } from './ledger-entry';
import { LedgerError } from './ledger-error';

/** Bytes of one entry as canonical JSON, which is ASCII. */
export const MOST_ENTRY_BYTES = 65_536;

/**
 * An entry as it will be stored, taken now: what its maker changes later is not in it.
 *
 * @throws LedgerError ENTRY_REFUSED naming what of it is wrong, and never its value
 */
export function admitted(entry: unknown): string {
  const { data, error } = ledgerEntrySchema.safeParse(entry);
  if (data === undefined) {
    const paths = new Set((error?.issues ?? []).map(placeOf));
    throw new LedgerError(
      'ENTRY_REFUSED',
      `the entry is not of the published shape at ${[...paths].join(', ')}`,
    );
  }
  const json = canonicalJson(data);
  if (json.length > MOST_ENTRY_BYTES) {
    throw new LedgerError(
      'ENTRY_REFUSED',
      `the entry has ${json.length} bytes; ${MOST_ENTRY_BYTES} are the most`,
    );
  }
  return json;
}

/** Only names of the shape are told: any other may be what somebody typed. */
function placeOf({ path }: z.core.$ZodIssue): string {
  const told = path.map((step) => (typeof step === 'string' && knownNames().has(step) ? step : '*'));
  return told.join('.') || 'its top';
}

let names: ReadonlySet<string> | undefined;

function knownNames(): ReadonlySet<string> {
  names ??= new Set(namesIn(z.toJSONSchema(ledgerEntrySchema)));
  return names;
}

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, below]) => [
    ...(name === 'properties' ? Object.keys(below as object) : []),
    ...namesIn(below),
  ]);
}
