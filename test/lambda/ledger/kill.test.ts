import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { DirectoryStore } from '../../../lambda/ledger/directory-store';
import { receiptId } from '../../../lambda/ledger/place';
import { seal } from '../../../lambda/ledger/sealer/sealer';
import { verifyLedger } from '../../../lambda/ledger/verify/verify-ledger';
import { newKey } from './ledgers';

// ten seconds on two idle cores, more where others work, and all 200 need minutes there
jest.setTimeout(600_000);

/** A life takes a fifth of a second of a processor, most of it to start: all 200 are LEDGER_KILLS=200. */
const KILLS = Number(process.env['LEDGER_KILLS'] ?? 50);
/** Processes that write at a time. */
const LANES = 4;
/** A process is killed so many milliseconds after so many lines, both drawn at random. Its first line is no answer. */
const LIFE = { lines: 5, ms: 12 } as const;

const folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-kill-'));
const [program, keyFile, ledger] = ['child.cjs', 'key.pem', 'ledger'].map((name) =>
  path.join(folder, name),
) as [string, string, string];
const { signer, keys, pem } = newKey();
beforeAll(() => {
  writeFileSync(keyFile, pem, { mode: 0o600 });
  buildSync({
    entryPoints: [path.join(__dirname, '../../support/ledger-child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One life: what it said that left, whole lines only. */
async function lifeOf(): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, ledger, keyFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = 1 + Math.floor(Math.random() * LIFE.lines);
  let said = '';
  const ended = new Promise((resolve) => {
    child.on('close', resolve);
  });
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > lines) resolve();
    });
  });
  await wait(Math.random() * LIFE.ms);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').slice(1, -1);
}

test(`${KILLS} processes are killed while they write: every answer that left has its record, and all of it verifies`, async () => {
  const store = new DirectoryStore(ledger);
  const answers = new Map<string, string>();
  let lives = 0;
  const over = new AbortController();
  const lanes = Array.from({ length: LANES }, async () => {
    while (lives < KILLS) {
      lives += 1;
      for (const line of await lifeOf()) {
        const [id = '', hash = ''] = line.split(' ');
        answers.set(id, hash);
      }
    }
  });
  // takes segments from under the living, too
  const sealing = (async () => {
    while (!over.signal.aborted) {
      await seal({ store, signer, abandonedMs: 20, fullEvery: 5 });
      await wait(400);
    }
  })();
  await Promise.all(lanes);
  over.abort();
  await sealing;

  const found: unknown[] = [];
  const left = new Map(answers);
  const check = (): ReturnType<typeof verifyLedger> =>
    verifyLedger({
      store,
      keys,
      report: (finding) => found.push(finding),
      visit: ({ record, hash, place }) => {
        const id = receiptId(place, record.sequence);
        if (left.get(id) === hash) left.delete(id);
      },
    });
  await check();
  expect(found).toEqual([]);
  expect([...left]).toEqual([]);
  expect(answers.size).toBeGreaterThan(KILLS);

  await wait(30);
  await seal({ store, signer, abandonedMs: 20, fullEvery: 1 });
  const sealed = await check();
  expect(found).toEqual([]);
  expect(sealed.openRecords).toBe(0);
  expect(sealed.records).toBeGreaterThanOrEqual(answers.size);
});
