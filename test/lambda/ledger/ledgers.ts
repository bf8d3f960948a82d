import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { ChainedWriter, type ChainedWriterProps } from '../../../lambda/ledger/chained-writer';
import type { Clock } from '../../../lambda/ledger/clock';
import type { LedgerEntry, Receipt } from '../../../lambda/ledger/ledger-entry';
import type { LedgerStore } from '../../../lambda/ledger/ledger-store';
import { createLocalSigner } from '../../../lambda/ledger/local-signer';
import { publicKeysOf, type PublicKeys, type Signer } from '../../../lambda/ledger/signer';
import type { Finding } from '../../../lambda/ledger/verify/finding';
import {
  verifyLedger,
  type Verification,
  type VerifyProps,
} from '../../../lambda/ledger/verify/verify-ledger';

export interface TestKey {
  readonly signer: Signer;
  readonly keys: PublicKeys;
  readonly pem: string;
  readonly publicPem: string;
}

export function newKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const publicPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { signer: createLocalSigner(pem), keys: publicKeysOf([publicPem]), pem, publicPem };
}

/** Stands still until it is told, and waits in no time. */
export class TestClock implements Clock {
  constructor(public time = Date.parse('2026-03-02T10:00:00.000Z')) {}

  readonly now = (): number => this.time;

  readonly wait = (milliseconds: number): Promise<void> => {
    this.time += milliseconds;
    return Promise.resolve();
  };
}

/** Until a writer has looked at the clock after its answer. */
export async function idle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export function entry(more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    kind: 'interaction',
    requestId: randomUUID(),
    caller: { principal: 'arn:aws:iam::111122223333:role/ward', authentication: 'iam' },
    useCase: { id: 'discharge-summary', version: 3 },
    purpose: { of: 'treatment' },
    dataClass: 'REDACTED',
    model: { id: 'anthropic.claude-invented', region: 'us-east-1', attempts: 1, fallback: false },
    redactions: { NAME: 2, DATE: 1 },
    tokens: { input: 310, output: 42 },
    latency: { redact: 3, model: 800 },
    decision: { outcome: 'answered' },
    ...more,
  };
}

/** Appends one after the other, an object each. */
export async function write(
  store: LedgerStore,
  count: number,
  { end = true, ...props }: Omit<ChainedWriterProps, 'store'> & { readonly end?: boolean },
): Promise<readonly Receipt[]> {
  const writer = new ChainedWriter({ store, ...props });
  const receipts: Receipt[] = [];
  for (let index = 0; index < count; index += 1) receipts.push(await writer.append(entry()));
  if (end) await writer.close();
  return receipts;
}

export interface Verified extends Verification {
  readonly found: readonly Finding[];
  readonly codes: readonly string[];
}

export async function verified(
  store: LedgerStore,
  more: Omit<VerifyProps, 'store' | 'report'>,
): Promise<Verified> {
  const found: Finding[] = [];
  const verification = await verifyLedger({ store, ...more, report: (finding) => found.push(finding) });
  return { ...verification, found, codes: [...new Set(found.map(({ code }) => code))].sort() };
}
