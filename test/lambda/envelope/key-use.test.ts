import { createEnvelope, type Envelope, type EnvelopeProps } from '../../../lambda/envelope/envelope';
import type { DataKeyOf, Engine } from '../../../lambda/envelope/engine/engine';
import { nativeEngine } from '../../../lambda/envelope/engine/native-engine';
import { EnvelopeError } from '../../../lambda/envelope/errors';
import type { KeyUse, KeyUseAudit } from '../../../lambda/envelope/key-use';
import type { KeySource } from '../../../lambda/envelope/keys/key-source';
import { collect, inChunks, noise, outcomeOf } from './chunks';
import { ENGINES, localEnvelope, localKeys } from './rooms';
import { BINDING, refusal } from './sealed';

const NOTE = Buffer.from('Patient: Quillfeather, Marlowe');
const FRAME = 100;

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Local keys whose data keys can be looked at after their use. */
function watchedKeys(): { readonly keys: KeySource; readonly dataKeys: Uint8Array[] } {
  const source = localKeys();
  const dataKeys: Uint8Array[] = [];
  const keys: KeySource = {
    ...source,
    async sealingKey(place, bytes) {
      const key = await source.sealingKey(place, bytes);
      dataKeys.push(key.dataKey);
      return key;
    },
    async openingKey(place, encrypted) {
      const key = await source.openingKey(place, encrypted);
      dataKeys.push(key.dataKey);
      return key;
    },
  };
  return { keys, dataKeys };
}

describe.each(ENGINES)('engine %s', (_, engine) => {
  const recording = (props: Partial<EnvelopeProps> = {}): { envelope: Envelope; uses: KeyUse[] } => {
    const uses: KeyUse[] = [];
    const audit = (use: KeyUse): void => void uses.push(use);
    return { uses, envelope: localEnvelope({ engine, audit, limits: { frameBytes: FRAME }, ...props }) };
  };
  const auditedBy = (audit: KeyUseAudit): Envelope =>
    localEnvelope({ engine, audit, limits: { frameBytes: FRAME } });

  test('a seal and an open are recorded with ids, size and outcome, and nothing else', async () => {
    const { envelope, uses } = recording();
    const message = await envelope.seal(NOTE, BINDING);
    await envelope.open(message, BINDING);
    const use = {
      outcome: 'OK',
      binding: BINDING,
      messageId: envelope.inspect(message).messageId,
      keyId: expect.stringMatching(/^local:[0-9a-f]{16}$/u) as unknown,
      bytes: NOTE.length,
    };
    expect(uses).toEqual([
      { operation: 'seal', ...use },
      { operation: 'open', ...use },
    ]);
    const text = JSON.stringify(uses);
    for (const part of [
      'Quillfeather',
      NOTE.toString('base64'),
      Buffer.from(message).toString('base64').slice(-40),
    ])
      expect(text).not.toContain(part);
  });

  test('a stream is recorded before its first byte and before its last frame', async () => {
    const { envelope, uses } = recording();
    const order: string[] = [];
    const message = await collect(envelope.sealStream(inChunks(noise(250), 100), BINDING));
    const messageId = envelope.inspect(message).messageId;
    const started = { outcome: 'STARTED', binding: BINDING, messageId, keyId: expect.any(String) as unknown };
    const ended = { ...started, outcome: 'OK', bytes: 250 };
    expect(uses).toEqual([
      { operation: 'seal', ...started },
      { operation: 'seal', ...ended },
    ]);
    const reader = auditedBy(({ outcome }) => void order.push(outcome));
    let released = 0;
    for await (const chunk of reader.openStream(inChunks(message, 70), BINDING)) {
      released += chunk.length;
      order.push(released > 200 ? 'last' : 'part');
    }
    expect(order[0]).toBe('STARTED');
    expect(order.indexOf('OK')).toBeGreaterThan(0);
    expect(order.indexOf('OK')).toBeLessThan(order.indexOf('last'));
    expect(order.filter((entry) => entry === 'part').length).toBeGreaterThan(0);
  });

  test('nothing is handed out while the record is being kept', async () => {
    let keep: () => void = () => undefined;
    const kept = new Promise<void>((resolve) => (keep = resolve));
    const envelope = auditedBy(() => kept);
    let handedOut = 0;
    const message = await recording().envelope.seal(NOTE, BINDING);
    const attempts = [
      envelope.seal(NOTE, BINDING),
      envelope.open(message, BINDING),
      envelope.sealStream([NOTE], BINDING).next(),
      envelope.openStream([message], BINDING).next(),
    ].map((attempt) => Promise.resolve(attempt).then(() => (handedOut += 1)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(handedOut).toBe(0);
    keep();
    await Promise.all(attempts);
    expect(handedOut).toBe(4);
  });

  test('a record that cannot be kept refuses the use: AUDIT_FAILED, and nothing of why', async () => {
    const message = await recording().envelope.seal(NOTE, BINDING);
    for (const audit of [
      () => Promise.reject(new Error('secret detail')),
      () => {
        throw new Error('secret detail');
      },
    ]) {
      const envelope = auditedBy(audit);
      const failure: unknown = await envelope.seal(NOTE, BINDING).catch((error: unknown) => error);
      expect(failure).toEqual(new EnvelopeError('AUDIT_FAILED'));
      expect(String((failure as Error).stack)).not.toContain('secret');
      expect(await refusal(envelope.open(message, BINDING))).toBe('AUDIT_FAILED');
      for (const stream of [envelope.sealStream([NOTE], BINDING), envelope.openStream([message], BINDING)]) {
        const { released, code } = await outcomeOf(stream);
        expect({ released: released.length, code }).toEqual({ released: 0, code: 'AUDIT_FAILED' });
      }
    }
  });

  test('a plaintext that is not recorded is zeroed', async () => {
    const opened: Uint8Array[] = [];
    const message = await recording().envelope.seal(NOTE, BINDING);
    const inner = localEnvelope({ engine });
    const own = engine === 'native' ? nativeEngine : engine;
    const spied: Engine = {
      ...own,
      async openMessage(parsed, dataKey) {
        const plaintext = await own.openMessage(parsed, dataKey);
        opened.push(plaintext);
        return plaintext;
      },
    };
    const refusing = localEnvelope({ engine: spied, audit: () => Promise.reject(new Error()) });
    expect(await refusal(refusing.open(message, BINDING))).toBe('AUDIT_FAILED');
    expect(opened.map((plaintext) => [plaintext.length, isZero(plaintext)])).toEqual([[NOTE.length, true]]);
    expect(Buffer.from(await inner.open(message, BINDING))).toEqual(NOTE);
  });

  test('a stream whose end cannot be recorded does not release its last frame', async () => {
    const failsAtEnd: KeyUseAudit = ({ outcome }) => {
      if (outcome === 'OK') throw new Error('secret detail');
    };
    const envelope = auditedBy(failsAtEnd);
    const sealed = await outcomeOf(envelope.sealStream(inChunks(noise(250), 100), BINDING));
    expect(sealed.code).toBe('AUDIT_FAILED');
    expect(await refusal(recording().envelope.open(sealed.released, BINDING))).toBe('TRUNCATED');
    const message = await recording().envelope.seal(noise(250), BINDING);
    const opened = await outcomeOf(envelope.openStream(inChunks(message, 100), BINDING));
    expect(opened.code).toBe('AUDIT_FAILED');
    expect(opened.released.equals(noise(200).subarray(0, opened.released.length))).toBe(true);
  });

  test('refusals are recorded with their code and what is known', async () => {
    const { envelope, uses } = recording({ limits: { plaintextBytes: 40 } });
    const message = await envelope.seal(NOTE, BINDING);
    const { messageId } = envelope.inspect(message);
    uses.length = 0;
    const other = { ...BINDING, record: 'r-2' };
    await refusal(envelope.open(message, other));
    await refusal(envelope.open(message.subarray(0, 5), BINDING));
    await refusal(envelope.seal(noise(41), BINDING));
    await refusal(envelope.seal(NOTE, { ...BINDING, tenant: '' }));
    await outcomeOf(envelope.openStream([message], other));
    await outcomeOf(envelope.openStream([message.subarray(0, -1)], BINDING));
    expect(uses).toMatchObject([
      { operation: 'open', outcome: 'CONTEXT_MISMATCH', binding: other, messageId },
      { operation: 'open', outcome: 'TRUNCATED', binding: BINDING },
      { operation: 'seal', outcome: 'TOO_LARGE', binding: BINDING, bytes: 41 },
      { operation: 'seal', outcome: 'CONTEXT_MISMATCH' },
      { operation: 'open', outcome: 'CONTEXT_MISMATCH', binding: other, messageId },
      { operation: 'open', outcome: 'STARTED', binding: BINDING, messageId },
      { operation: 'open', outcome: 'TRUNCATED', binding: BINDING, messageId },
    ]);
    expect(uses[3]).not.toHaveProperty('binding');
    expect(uses[0]).not.toHaveProperty('keyId');
  });

  test('a refusal keeps its code when it cannot be recorded', async () => {
    const message = await recording().envelope.seal(NOTE, BINDING);
    const envelope = auditedBy(() => Promise.reject(new Error('secret detail')));
    expect(await refusal(envelope.open(message.subarray(0, -1), BINDING))).toBe('TRUNCATED');
    expect(await refusal(envelope.seal(NOTE, { ...BINDING, tenant: '' }))).toBe('CONTEXT_MISMATCH');
    expect((await outcomeOf(envelope.openStream([message.subarray(0, 5)], BINDING))).code).toBe('TRUNCATED');
  });

  test('data keys are zeroed after every use, however it ended', async () => {
    const { keys, dataKeys } = watchedKeys();
    const zeroedSoFar = (): boolean => dataKeys.length > 0 && dataKeys.splice(0).every(isZero);
    const failing: KeyUseAudit = ({ outcome }) => {
      if (outcome === 'STARTED' || outcome === 'OK') throw new Error('no');
    };
    const message = await createEnvelope({ keys, engine }).seal(NOTE, BINDING);
    expect(zeroedSoFar()).toBe(true);
    const damaged = Uint8Array.from(message);
    damaged.set([(message.at(-1) ?? 0) ^ 1], message.length - 1);
    for (const audit of [undefined, failing]) {
      const envelope = createEnvelope({ keys, engine, ...(audit && { audit }) });
      for (const bytes of [message, damaged]) {
        await refusal(envelope.open(bytes, BINDING));
        expect(zeroedSoFar()).toBe(true);
        await outcomeOf(envelope.openStream([bytes], BINDING));
        expect(zeroedSoFar()).toBe(true);
      }
      await outcomeOf(envelope.sealStream([NOTE], BINDING));
      expect(zeroedSoFar()).toBe(true);
    }
  });

  test('the copy of a data key that a stream works with is zeroed too, also when its reader leaves', async () => {
    const own = engine === 'native' ? nativeEngine : engine;
    const copies: Uint8Array[] = [];
    const spied: Engine = {
      ...own,
      sealStream(source, key, ...rest) {
        copies.push(key.dataKey);
        return own.sealStream(source, key, ...rest);
      },
      openStream(source, most, dataKeyOf, beforeLast) {
        const unlock: DataKeyOf = async (header) => {
          const copy = await dataKeyOf(header);
          copies.push(copy);
          return copy;
        };
        return own.openStream(source, most, unlock, beforeLast);
      },
    };
    const envelope = localEnvelope({ engine: spied, limits: { frameBytes: FRAME } });
    const message = await collect(envelope.sealStream(inChunks(noise(2000), 70), BINDING));
    await collect(envelope.openStream(inChunks(message, 70), BINDING));
    await outcomeOf(envelope.openStream(inChunks(message.subarray(0, -1), 70), BINDING));
    for await (const _chunk of envelope.sealStream(inChunks(noise(2000), 70), BINDING)) break;
    for await (const _chunk of envelope.openStream(inChunks(message, 70), BINDING)) break;
    expect(copies.map((copy) => [copy.length, isZero(copy)])).toEqual(copies.map(() => [32, true]));
    expect(copies).toHaveLength(5);
  });
});
