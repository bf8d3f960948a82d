import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { parseArgs } from 'node:util';
import { verifyLedger } from '../../../lambda/ledger/verify/verify-ledger';
import { oneOf, parsed } from '../arguments';
import { standingAt, writeNewFile } from '../envelope/new-file';
import { writeToStdout } from '../envelope/output';
import { EXIT, UsageError, type Verb } from '../verb';
import { Counter } from './counter';
import { findingLine } from './finding-line';
import { KEY_OPTIONS, keysOf } from './key-flags';
import { ledgerAmong } from './ledger-folder';
import { ROW_FORMATS } from './row-formats';

export const exportAction: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...KEY_OPTIONS, format: { type: 'string' }, output: { type: 'string' } },
    }),
  );
  if (values.format === undefined) throw new UsageError('give --format, one of: csv, jsonl, fhir');
  const { head, row } = ROW_FORMATS[oneOf('format', values.format, ['csv', 'jsonl', 'fhir'])];
  const { output } = values;
  if (output !== undefined && standingAt(output)) throw new UsageError(`${output} is there already`);
  const store = ledgerAmong(positionals);
  const keys = await keysOf(values);
  const counter = new Counter(io);
  const rows = new PassThrough();
  const written = output === undefined ? writeToStdout(rows, io) : writeNewFile(output, rows);
  // heard below, when the walk has ended
  written.catch(() => undefined);
  if (head !== '') rows.write(head);
  const { findings, records } = await verifyLedger({
    store,
    ...(keys && { keys }),
    progress: counter.count,
    visit: (found) => put(rows, row(found)),
    report: (finding) => {
      counter.clear();
      io.stderr.write(findingLine(finding));
    },
  });
  rows.end();
  await written;
  counter.clear();
  const signatures = keys ? '' : '; signatures were not checked';
  if (findings > 0)
    io.stderr.write(`${findings} findings: the export is of a ledger that is not whole${signatures}\n`);
  if (output !== undefined) io.stderr.write(`wrote ${output}: ${records} records${signatures}\n`);
  return findings > 0 ? EXIT.findings : EXIT.fine;
};

/** Waits while the reader is slower; one that has gone gets nothing. */
async function put(rows: PassThrough, row: string): Promise<void> {
  if (rows.destroyed || rows.write(row)) return;
  await Promise.race([once(rows, 'drain'), once(rows, 'close')]);
}
