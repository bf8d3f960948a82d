import { randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { ChainedWriter } from '../../lambda/ledger/chained-writer';
import { DirectoryStore } from '../../lambda/ledger/directory-store';
import type { LedgerEntry } from '../../lambda/ledger/ledger-entry';
import { createLocalSigner } from '../../lambda/ledger/local-signer';

const STDOUT = 1;
const [, , folder = '', keyFile = ''] = process.argv;

/** Appends without end, two at a time, and says what it has a receipt for, as an answer that leaves. */
const writer = new ChainedWriter({
  store: new DirectoryStore(folder),
  signer: createLocalSigner(readFileSync(keyFile, 'utf8')),
  segmentRecords: 7,
});

function entry(): LedgerEntry {
  return {
    kind: 'interaction',
    requestId: randomUUID(),
    caller: { principal: 'child', authentication: 'none' },
    latency: {},
    decision: { outcome: 'answered' },
  };
}

async function answer(): Promise<void> {
  for (;;) {
    const { id, recordHash } = await writer.append(entry());
    // at once and whole: a line that is there has left
    writeSync(STDOUT, `${id} ${recordHash}\n`);
  }
}

writeSync(STDOUT, 'ready\n');
void answer();
void answer();
