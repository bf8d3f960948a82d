import { auditEventOf } from '../../../lambda/ledger/audit-event';
import { receiptId } from '../../../lambda/ledger/place';
import type { FoundRecord } from '../../../lambda/ledger/verify/chain-check';
import { cells, CRLF } from '../../../lib/compliance/evidence/csv';

interface RowFormat {
  readonly head: string;
  readonly row: (found: FoundRecord) => string;
}

/** Columns of the CSV, each with what it takes of a record. */
const COLUMNS: Readonly<Record<string, (found: FoundRecord) => string | number | boolean | undefined>> = {
  Time: ({ record }) => record.time,
  Receipt: ({ record, place }) => receiptId(place, record.sequence),
  'Record SHA-256': ({ hash }) => hash,
  'Clock backwards (ms)': ({ record }) => record.clockBackwards,
  Kind: ({ record }) => record.entry.kind,
  Outcome: ({ record }) => record.entry.decision.outcome,
  Stage: ({ record }) => record.entry.decision.stage,
  Code: ({ record }) => record.entry.decision.code,
  Request: ({ record }) => record.entry.requestId,
  Principal: ({ record }) => record.entry.caller.principal,
  Authentication: ({ record }) => record.entry.caller.authentication,
  'On behalf of': ({ record }) => record.entry.caller.onBehalfOf,
  'Use case': ({ record }) => record.entry.useCase?.id,
  'Use case version': ({ record }) => record.entry.useCase?.version,
  Purpose: ({ record }) => record.entry.purpose?.of,
  Basis: ({ record }) => record.entry.purpose?.basis,
  Recipient: ({ record }) => record.entry.purpose?.disclosure?.recipient,
  Disclosed: ({ record }) => record.entry.purpose?.disclosure?.description,
  'Subject HMAC': ({ record }) => record.entry.subject?.hmac,
  'Data class': ({ record }) => record.entry.dataClass,
  Model: ({ record }) => record.entry.model?.id,
  Region: ({ record }) => record.entry.model?.region,
  Attempts: ({ record }) => record.entry.model?.attempts,
  Guardrail: ({ record: { entry } }) => entry.guardrail && `${entry.guardrail.id} ${entry.guardrail.version}`,
  'Guardrail action': ({ record }) => record.entry.guardrail?.action,
  'Fields sent': ({ record }) => record.entry.fields?.sent,
  'Fields dropped': ({ record }) => record.entry.fields?.dropped,
  Redactions: ({ record }) => total(record.entry.redactions),
  'Output redactions': ({ record }) => total(record.entry.output?.redactions),
  Leaks: ({ record }) => record.entry.output?.leaks,
  'Input tokens': ({ record }) => record.entry.tokens?.input,
  'Output tokens': ({ record }) => record.entry.tokens?.output,
};

/** Each record as text with its line end. */
export const ROW_FORMATS: Readonly<Record<'csv' | 'jsonl' | 'fhir', RowFormat>> = {
  csv: {
    head: `${cells(...Object.keys(COLUMNS))}${CRLF}`,
    row: (found) => `${cells(...Object.values(COLUMNS).map((column) => column(found)?.toString()))}${CRLF}`,
  },
  jsonl: {
    head: '',
    row: ({ record, hash, place }) =>
      `${JSON.stringify({ receipt: receiptId(place, record.sequence), recordHash: hash, ...record })}\n`,
  },
  fhir: { head: '', row: (found) => `${JSON.stringify(auditEventOf(found))}\n` },
};

function total(counts: Readonly<Record<string, number>> | undefined): number | undefined {
  return counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
}
