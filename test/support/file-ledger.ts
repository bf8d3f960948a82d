import { createHmac, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { ledgerEntrySchema } from '../../lambda/ledger/ledger-entry';
import type { WiredLedger } from '../../lambda/gateway/wire-ledger';

/**
 * Stands in for the real ledger where a bundle is run: one file a process, a line a record, fsynced before it counts. It has no
 * chain and no signature.
 */
export function wireLedger(): WiredLedger {
  const directory = process.env['TEST_LEDGER'] ?? '';
  const file = openSync(path.join(directory, `${randomUUID()}.jsonl`), 'a');
  process.on('exit', () => closeSync(file));
  return {
    ledger: {
      append(entry) {
        const id = randomUUID();
        writeSync(file, `${JSON.stringify({ id, entry: ledgerEntrySchema.parse(entry) })}\n`);
        fsyncSync(file);
        return Promise.resolve({ id, recordHash: '0'.repeat(64) });
      },
    },
    mac: {
      of: (kind, text) => ({
        keyId: 'test-key',
        hmac: createHmac('sha256', 'test').update(`${kind}\0${text}`).digest('hex'),
      }),
    },
  };
}
