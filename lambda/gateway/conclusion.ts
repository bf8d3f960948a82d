import { z } from 'zod';
import { ledgerEntrySchema, type LedgerEntry, type LedgerWriter } from '../ledger/ledger-entry';
import { LedgerError } from '../ledger/ledger-error';
import type { AnswerBody } from './reply';
import { asGatewayError, GatewayError } from './gateway-error';

/**
 * An answer that is sealed and not yet recorded. Whoever finds it after its maker died needs nothing else to end what was
 * begun: the records it still lacks, and what leaves once they are there.
 */
export interface Conclusion {
  /** In their order; the receipt of the first is the receipt of the answer. */
  readonly entries: readonly LedgerEntry[];
  readonly answer: AnswerBody;
  /** Milliseconds since 1970 until when a person may decide; absent where none has to. */
  readonly approvalUntil?: number;
}

const conclusionSchema = z.strictObject({
  entries: z.array(ledgerEntrySchema).min(1),
  answer: z.strictObject({
    requestId: z.uuid(),
    text: z.string(),
    model: z.string(),
    stop: z.enum(['end', 'length']),
    tokens: z.strictObject({ input: z.number(), output: z.number() }),
    reidentified: z.boolean(),
  }),
  approvalUntil: z.number().optional(),
});

/** @throws GatewayError SEALING_FAILED: it opened, and is none */
export function readConclusion(value: unknown): Conclusion {
  const read = conclusionSchema.safeParse(value);
  if (!read.success) throw new GatewayError('SEALING_FAILED');
  return read.data;
}

/**
 * Writes the records of an answer. When it resolves they are durable, and the answer may leave.
 *
 * @returns the receipt of the first
 * @throws GatewayError LEDGER_UNAVAILABLE; INTERNAL: an entry is none that the ledger takes
 */
export async function record(
  ledger: LedgerWriter,
  entries: readonly LedgerEntry[],
  observe: ((entry: LedgerEntry) => void) | undefined,
): Promise<string> {
  let first: string | undefined;
  for (const entry of entries) {
    try {
      const { id } = await ledger.append(entry);
      first ??= id;
    } catch (error) {
      throw error instanceof LedgerError
        ? asGatewayError(error, 'ledger')
        : new GatewayError('LEDGER_UNAVAILABLE');
    }
    observe?.(entry);
  }
  if (first === undefined) throw new GatewayError('LEDGER_UNAVAILABLE');
  return first;
}
