import { UsageError } from '../verb';
import { csvRows } from './csv-rows';
import { document } from './document';
import type { Format } from './format';
import { rows } from './rows';
import { structuredDocument } from './structured-document';
import { structuredRows } from './structured-rows';

/** The options that say what the input is, as `parseArgs` wants them. */
export const FORMAT_FLAGS = {
  jsonl: { type: 'boolean' },
  fhir: { type: 'boolean' },
  hl7: { type: 'boolean' },
  ccda: { type: 'boolean' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const;

type Flags = { readonly [Flag in keyof typeof FORMAT_FLAGS]?: boolean | undefined };

const KINDS = ['fhir', 'hl7', 'ccda', 'json', 'csv'] as const;

/** @throws UsageError options that do not go together */
export function formatOf(flags: Flags): Format {
  const [kind, ...others] = KINDS.filter((each) => flags[each] === true);
  if (others.length > 0) {
    throw new UsageError('--fhir, --hl7, --ccda, --json and --csv say what the input is; give one of them');
  }
  if (flags.jsonl !== true) {
    if (kind === undefined) return document;
    return kind === 'csv' ? csvRows : structuredDocument(kind);
  }
  if (kind === undefined) return rows;
  if (kind === 'fhir' || kind === 'json') return structuredRows(kind);
  throw new UsageError(`--jsonl goes with --fhir and --json, not with --${kind}; leave it out`);
}
