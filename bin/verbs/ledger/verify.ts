import { parseArgs } from 'node:util';
import { receiptId, receiptPlaceOf } from '../../../lambda/ledger/place';
import type { FoundRecord } from '../../../lambda/ledger/verify/chain-check';
import type { Anchor } from '../../../lambda/ledger/verify/checkpoint-check';
import type { Finding } from '../../../lambda/ledger/verify/finding';
import { verifyLedger, type Verification } from '../../../lambda/ledger/verify/verify-ledger';
import { oneOf, parsed } from '../arguments';
import { EXIT, UsageError, type Io, type Verb } from '../verb';
import { Counter } from './counter';
import { findingLine } from './finding-line';
import { KEY_OPTIONS, keysOf } from './key-flags';
import { ledgerAmong } from './ledger-folder';

/** Findings that JSON holds; it counts the rest. */
const MOST_LISTED = 10_000;

interface FoundReceipt {
  readonly receipt: string;
  readonly recordHash: string;
  readonly time: string;
}

export const verifyAction: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...KEY_OPTIONS,
        anchor: { type: 'string' },
        receipt: { type: 'string' },
        format: { type: 'string', default: 'table' },
      },
    }),
  );
  const format = oneOf('format', values.format, ['table', 'json']);
  const { receipt } = values;
  if (receipt !== undefined && receiptPlaceOf(receipt) === undefined) {
    throw new UsageError('--receipt is no receipt of a ledger: DAY.WRITER.SEGMENT.OBJECT.RECORD');
  }
  const anchor = values.anchor === undefined ? undefined : anchorOf(values.anchor);
  const store = ledgerAmong(positionals);
  const keys = await keysOf(values);
  const counter = new Counter(io);
  const listed: Finding[] = [];
  let found: FoundReceipt | undefined;
  const verification = await verifyLedger({
    store,
    ...(keys && { keys }),
    ...(anchor && { anchor }),
    progress: counter.count,
    report: (finding) => {
      if (listed.length < MOST_LISTED) listed.push(finding);
      if (format === 'json') return;
      counter.clear();
      io.stdout.write(findingLine(finding));
    },
    ...(receipt !== undefined && {
      visit: (record) => {
        found ??= receiptIn(record, receipt);
      },
    }),
  });
  counter.clear();
  if (format === 'table') tell(io, verification, { receipt, found });
  else {
    const whole = { ...verification, listed, ...(receipt !== undefined && { receipt: found ?? null }) };
    io.stdout.write(`${JSON.stringify(whole, undefined, 2)}\n`);
  }
  const isMissing = receipt !== undefined && found === undefined;
  return verification.findings > 0 || isMissing ? EXIT.findings : EXIT.fine;
};

function tell(
  { stdout }: Pick<Io, 'stdout'>,
  verification: Verification,
  { receipt, found }: { readonly receipt: string | undefined; readonly found: FoundReceipt | undefined },
): void {
  const { records, writers, segmentsClosed, openRecords, checkpoints, newestCheckpoint } = verification;
  if (receipt !== undefined) {
    const what = found ? `recorded at ${found.time}, SHA-256 ${found.recordHash}` : 'there is no such record';
    stdout.write(`receipt ${receipt}: ${what}\n`);
  }
  const newest = newestCheckpoint
    ? `; the newest is ${newestCheckpoint.number}:${newestCheckpoint.hash} of ${new Date(newestCheckpoint.time).toISOString()}`
    : '';
  stdout.write(
    `${records} records of ${writers} writers, ${segmentsClosed} signed segments, ${openRecords} records in open ones\n` +
      `${checkpoints} checkpoints${newest}\n` +
      `${verification.findings === 0 ? 'nothing is wrong' : `${verification.findings} findings`}; ` +
      `${verification.signatures === 'checked' ? 'signed by the keys' : 'signatures were not checked: give a key'}\n`,
  );
}

function receiptIn({ record, hash, place }: FoundRecord, wanted: string): FoundReceipt | undefined {
  const receipt = receiptId(place, record.sequence);
  return receipt === wanted ? { receipt, recordHash: hash, time: record.time } : undefined;
}

function anchorOf(given: string): Anchor {
  const [, number, hash] = /^(\d{1,10}):([0-9a-f]{64})$/u.exec(given) ?? [];
  if (number === undefined || hash === undefined) {
    throw new UsageError('--anchor must be NUMBER:HASH of a checkpoint, as the sealer logs it');
  }
  return { number: Number(number), hash };
}
