import { createEnvelope } from '../../../lambda/envelope/envelope';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { inspectMessage } from '../../../lambda/envelope/inspect';
import { vectors as signed } from '../../fixtures/vectors/esdk-commitment-0578.json';
import { noise } from './chunks';
import { FakeKms, KEY_ARN } from './fake-kms';
import { changed, layout } from './layout';
import { localEnvelope } from './rooms';
import { BINDING, refusalOf } from './sealed';

test('says what a header says, without a key', async () => {
  const kms = new FakeKms();
  const envelope = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN }) });
  const message = await envelope.seal(noise(10), BINDING);
  kms.calls.length = 0;
  expect(envelope.inspect(message)).toEqual({
    version: 2,
    suite: '0x0478',
    messageId: Buffer.from(message.subarray(3, 35)).toString('base64'),
    encryptionContext: BINDING,
    encryptedDataKeys: [{ providerId: 'hipaa-ai-kms-split-context', providerInfo: KEY_ARN }],
    frameBytes: 65_536,
    headerBytes: layout(Buffer.from(message)).body,
  });
  expect(kms.calls).toEqual([]);
});

test('the header alone is enough, and one byte less is TRUNCATED', async () => {
  const envelope = localEnvelope();
  const message = await envelope.seal(noise(10), BINDING);
  const whole = envelope.inspect(message);
  expect(envelope.inspect(message.subarray(0, whole.headerBytes))).toEqual(whole);
  for (let length = 0; length < whole.headerBytes; length++)
    expect(await refusalOf(() => envelope.inspect(message.subarray(0, length)))).toBe('TRUNCATED');
});

test('what is not text is shown as base64: a raw AES keyring writes a nonce after the name of the key', async () => {
  const envelope = localEnvelope();
  const [key] = envelope.inspect(await envelope.seal(noise(10), BINDING)).encryptedDataKeys;
  expect(key?.providerId).toBe('hipaa-ai-local');
  expect(Buffer.from(key?.providerInfo.slice('base64:'.length) ?? '', 'base64').toString()).toMatch(
    /^local\0/u,
  );
});

test.each(signed)('shows published messages that open would not take: $comment', ({ message, messageId }) => {
  const inspection = inspectMessage(Buffer.from(message, 'base64'));
  expect(inspection).toMatchObject({ suite: '0x0578', messageId });
  expect(inspection.encryptionContext).toHaveProperty(['aws-crypto-public-key']);
});

test('a context that names __proto__ is a pair like any other', async () => {
  const message = Buffer.from(await localEnvelope().seal(noise(1), { ...BINDING, record: 'r'.repeat(12) }));
  // a key of nine bytes takes the place of the key "record" and three bytes of its value
  const at = message.indexOf('record');
  const renamed = changed(message, (copy) => {
    copy.writeUInt16BE(9, at - 2);
    copy.write('__proto__', at);
    copy.writeUInt16BE(9, at + 9);
  });
  const shown = inspectMessage(renamed).encryptionContext;
  expect(Object.keys(shown)).toContain('__proto__');
  expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
});

test.each<[string, (copy: Buffer) => unknown, string]>([
  ['another version', (copy) => copy.writeUInt8(1, 0), 'UNSUPPORTED_SUITE'],
  ['an uncommitted suite', (copy) => copy.writeUInt16BE(0x0178, 1), 'UNSUPPORTED_SUITE'],
  ['a context that does not add up', (copy) => copy.writeUInt16BE(9, 37), 'AUTH_FAILED'],
  ['more data keys than there are', (copy) => copy.writeUInt16BE(0xffff, layout(copy).keys), 'TRUNCATED'],
])('fails on %s', async (_, change, code) => {
  const message = Buffer.from(await localEnvelope().seal(noise(10), BINDING));
  expect(await refusalOf(() => inspectMessage(changed(message, change)))).toBe(code);
});
