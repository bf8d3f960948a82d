import type { Binding } from './binding';
import { EnvelopeError } from './errors';
import type { KeyUse, KeyUseAudit } from './key-use';

/** Collects what is known of one use while it goes on, and has it recorded. */
export class KeyUseRecord {
  binding: Binding | undefined;
  messageId: Buffer | undefined;
  keyId: string | undefined;
  bytes: number | undefined;
  #settled = false;

  constructor(
    private readonly operation: KeyUse['operation'],
    private readonly audit: KeyUseAudit | undefined,
  ) {}

  /** @throws EnvelopeError AUDIT_FAILED: there is no record, so nothing may be handed out */
  async write(outcome: KeyUse['outcome']): Promise<void> {
    this.#settled = outcome !== 'STARTED';
    if (this.audit === undefined) return;
    const { operation, binding, messageId, keyId, bytes } = this;
    try {
      await this.audit({
        operation,
        outcome,
        ...(binding && { binding }),
        ...(messageId && { messageId: messageId.toString('base64') }),
        ...(keyId !== undefined && { keyId }),
        ...(bytes !== undefined && { bytes }),
      });
    } catch {
      throw new EnvelopeError('AUDIT_FAILED');
    }
  }

  /** Records why nothing was handed out. The refusal stands whether it is recorded or not. */
  async refuse(error: unknown): Promise<void> {
    if (error instanceof EnvelopeError) await this.write(error.code).catch(() => undefined);
  }

  /** Records a stream that was left before its end, if nothing else was recorded of its end. */
  async leave(): Promise<void> {
    if (!this.#settled) await this.write('ABANDONED').catch(() => undefined);
  }
}

/** Runs one use and hands out its result when it is recorded; a result that is not recorded is zeroed. */
export async function recorded(use: KeyUseRecord, run: () => Promise<Uint8Array>): Promise<Uint8Array> {
  let result: Uint8Array | undefined;
  try {
    result = await run();
    await use.write('OK');
    return result;
  } catch (error) {
    if (result === undefined) await use.refuse(error);
    else result.fill(0);
    throw error;
  }
}

/** The same for a stream, whose engine has the end recorded before its last frame. */
export async function* recordedStream(
  use: KeyUseRecord,
  run: () => AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* run();
  } catch (error) {
    await use.refuse(error);
    throw error;
  } finally {
    await use.leave();
  }
}
