import { LEFT_OUT, type Accounting, type LeftOut } from '../../../lambda/ledger/disclosures';
import { cells, CRLF } from '../../../lib/compliance/evidence/csv';

export interface TitledAccounting extends Accounting {
  readonly since: string;
  readonly until: string;
  readonly requested: string;
  readonly verification: { readonly checked: boolean; readonly findings: number };
}

/** An accounting as it can be asked for. All values are ids of a ledger: none can drive a terminal. */
export const RENDERERS: Readonly<Record<'table' | 'csv' | 'json', (accounting: TitledAccounting) => string>> =
  {
    table,
    csv,
    json: (accounting) => `${JSON.stringify({ ...accounting, reasons: LEFT_OUT }, undefined, 2)}\n`,
  };

function table({ disclosures, leftOut, since, until, requested, verification }: TitledAccounting): string {
  const rows = disclosures.map((each) => [
    each.time.slice(0, 10),
    each.recipient,
    each.description,
    `${each.purpose} (${each.permittedBy}${each.basis === undefined ? '' : `, ${each.basis}`})`,
    each.receipt,
  ]);
  const head = ['date', 'recipient', 'what was disclosed', 'purpose and basis', 'receipt'];
  const widths = head.map((name, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), name.length),
  );
  const line = (row: readonly string[]): string =>
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  return [
    `Accounting of disclosures (45 CFR 164.528), ${since} to ${until}, requested ${requested}\n`,
    verification.checked
      ? ''
      : `NOT VERIFIED: ${verification.findings} findings about the ledger were passed over\n`,
    '\n',
    rows.length > 0 ? [head, ...rows].map(line).join('') : 'no disclosure that is to be accounted for\n',
    '\nleft out:\n',
    ...Object.entries(leftOut).map(
      ([reason, count]) => `${String(count).padStart(6)}  ${LEFT_OUT[reason as LeftOut]}\n`,
    ),
  ].join('');
}

function csv({ disclosures, verification }: TitledAccounting): string {
  const head = cells(
    'Date',
    'Recipient',
    'Description',
    'Purpose',
    'Permitted by',
    'Basis',
    'Receipt',
    'Ledger',
  );
  const verified = verification.checked ? 'verified' : 'NOT VERIFIED';
  const rows = disclosures.map(({ time, recipient, description, purpose, permittedBy, basis, receipt }) =>
    cells(time, recipient, description, purpose, permittedBy, basis, receipt, verified),
  );
  return [head, ...rows].map((row) => `${row}${CRLF}`).join('');
}
