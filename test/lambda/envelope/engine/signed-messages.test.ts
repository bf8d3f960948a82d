import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  type KeyringNode,
} from '@aws-crypto/client-node';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../../lambda/envelope/keys/branch-keys';
import { createKmsDataKeys } from '../../../../lambda/envelope/keys/kms-data-keys';
import { parseMessage } from '../../../../lambda/envelope/format/message';
import { FRAME_BYTES } from '../../../../lambda/envelope/limits';
import { BranchKeyServices, STORE } from '../branch-key-services';
import { collect, noise, outcomeOf } from '../chunks';
import { FakeKms, KEY_ARN } from '../fake-kms';
import { plainKeyring } from '../kms-keyrings';
import { ENGINES } from '../rooms';
import { BINDING, refusal } from '../sealed';

const { encrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
const lax = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT);

/** As client-node signs by default. */
async function signedBy(keyring: KeyringNode, size = 10, context: object = BINDING): Promise<Buffer> {
  const options = { encryptionContext: { ...context }, frameLength: 4096 };
  return (await encrypt(keyring, noise(size), options)).result;
}

describe.each(ENGINES)('engine %s', (_, engine) => {
  const setUp = (allow0578?: boolean): { kms: FakeKms; envelope: Envelope } => {
    const kms = new FakeKms();
    const keys = createKmsDataKeys({ kms, keyArn: KEY_ARN });
    return { kms, envelope: createEnvelope({ keys, engine, ...(allow0578 !== undefined && { allow0578 }) }) };
  };

  test.each([0, 1, 4096, 10_000, FRAME_BYTES + 1])(
    'a signed message of %i bytes opens where allowed',
    async (size) => {
      const { kms, envelope } = setUp(true);
      const message = await signedBy(plainKeyring(kms), size);
      expect(Buffer.compare(await envelope.open(message, BINDING), noise(size))).toBe(0);
      expect(envelope.inspect(message).suite).toBe('0x0578');
    },
  );

  test('a signed message under a branch key opens where allowed', async () => {
    const services = new BranchKeyServices();
    await services.createTenant(BINDING.tenant);
    const keys = createBranchKeys({ ...STORE, kms: services.kms, dynamodb: services.dynamodb });
    const message = await signedBy(services.keyring(BINDING.tenant));
    const opened = await createEnvelope({ keys, engine, allow0578: true }).open(message, BINDING);
    expect(Buffer.from(opened).equals(noise(10))).toBe(true);
  });

  test.each([undefined, false])(
    'it is UNSUPPORTED_SUITE with allow0578 %s, and KMS not called',
    async (allow) => {
      const { kms, envelope } = setUp(allow);
      const message = await signedBy(plainKeyring(kms));
      kms.calls.length = 0;
      expect(await refusal(envelope.open(message, BINDING))).toBe('UNSUPPORTED_SUITE');
      expect(kms.calls).toEqual([]);
    },
  );

  test('it is UNSUPPORTED_SUITE as a stream, allowed or not', async () => {
    const { kms, envelope } = setUp(true);
    const message = await signedBy(plainKeyring(kms));
    const { released, code } = await outcomeOf(envelope.openStream([message], BINDING));
    expect({ released: released.length, code }).toEqual({ released: 0, code: 'UNSUPPORTED_SUITE' });
  });

  test('what is sealed is never signed', async () => {
    const { envelope } = setUp(true);
    const messages = [
      await envelope.seal(noise(10), BINDING),
      await collect(envelope.sealStream([noise(10)], BINDING)),
    ];
    for (const message of messages) expect(envelope.inspect(message).suite).toBe('0x0478');
  });

  test('it is bound: another binding, or one pair more, is CONTEXT_MISMATCH', async () => {
    const { kms, envelope } = setUp(true);
    const message = await signedBy(plainKeyring(kms));
    expect(await refusal(envelope.open(message, { ...BINDING, record: 'r-2' }))).toBe('CONTEXT_MISMATCH');
    const more = await signedBy(plainKeyring(kms), 10, { ...BINDING, extra: 'x' });
    expect(await refusal(envelope.open(more, BINDING))).toBe('CONTEXT_MISMATCH');
  });

  test('a byte changed anywhere is refused; in the signature it is AUTH_FAILED', async () => {
    const { kms, envelope } = setUp(true);
    const message = await signedBy(plainKeyring(kms));
    const signatureAt = message.length - signatureBytes(message);
    // client-node takes long for each
    const stride = engine === 'native' ? 1 : 4;
    const codes = new Map<number, string>();
    for (let at = 0; at < message.length; at += (at < signatureAt ? 7 : 4) * stride) {
      const copy = Buffer.from(message);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      codes.set(at, await refusal(envelope.open(copy, BINDING)));
    }
    expect([...codes].filter(([, code]) => code === 'accepted')).toEqual([]);
    for (const [at, code] of codes) if (at >= signatureAt) expect(code).toBe('AUTH_FAILED');
  });

  test.each<[string, (message: Buffer) => Buffer, string]>([
    ['cut before the signature', (message) => withoutFooter(message), 'TRUNCATED'],
    ['cut inside the signature', (message) => message.subarray(0, -1), 'TRUNCATED'],
    ['longer', (message) => Buffer.concat([message, Buffer.alloc(1)]), 'TRAILING_BYTES'],
    [
      'with an empty signature',
      (message) => Buffer.concat([withoutFooter(message), Buffer.alloc(2)]),
      'AUTH_FAILED',
    ],
    [
      'with its signature taken off and said to be of the unsigned suite',
      (message) => {
        const copy = Buffer.from(withoutFooter(message));
        copy.writeUInt8(0x04, 1);
        return copy;
      },
      'CONTEXT_MISMATCH',
    ],
  ])('a message %s is refused', async (_, change, code) => {
    const { kms, envelope } = setUp(true);
    expect(await refusal(envelope.open(change(await signedBy(plainKeyring(kms))), BINDING))).toBe(code);
  });

  test('a message of ours that says it is signed is refused: there is no public key in its context', async () => {
    const { envelope } = setUp(true);
    const message = Buffer.from(await envelope.seal(noise(10), BINDING));
    message.writeUInt8(0x05, 1);
    const footer = Buffer.concat([Buffer.from([0, 3]), noise(3)]);
    expect(await refusal(envelope.open(Buffer.concat([message, footer]), BINDING))).toBe('AUTH_FAILED');
  });

  test('an uncommitted message is UNSUPPORTED_SUITE, and KMS not called', async () => {
    const { kms, envelope } = setUp(true);
    const { ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256, ALG_AES256_GCM_IV12_TAG16 } = AlgorithmSuiteIdentifier;
    for (const suiteId of [ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256, ALG_AES256_GCM_IV12_TAG16]) {
      const { result } = await lax.encrypt(plainKeyring(kms), noise(10), {
        encryptionContext: { ...BINDING },
        suiteId,
      });
      kms.calls.length = 0;
      expect(await refusal(envelope.open(result, BINDING))).toBe('UNSUPPORTED_SUITE');
      expect((await outcomeOf(envelope.openStream([result], BINDING))).code).toBe('UNSUPPORTED_SUITE');
      expect(kms.calls).toEqual([]);
    }
  });
});

function signatureBytes(message: Buffer): number {
  return parseMessage(message, { allow0578: true }).signed?.signature.length ?? 0;
}

function withoutFooter(message: Buffer): Buffer {
  return message.subarray(0, -signatureBytes(message) - 2);
}
