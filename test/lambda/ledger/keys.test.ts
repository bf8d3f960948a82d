import { createHash, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createKmsSigner } from '../../../lambda/ledger/kms-signer';
import { loadSecretMac } from '../../../lambda/ledger/secret-mac';
import { createLocalSigner } from '../../../lambda/ledger/local-signer';
import { createMac } from '../../../lambda/ledger/mac';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { publicKeysOf } from '../../../lambda/ledger/signer';
import { LoopbackSigningKms } from '../../support/loopback-signing-kms';
import { LoopbackService, type ServiceAnswer } from '../../support/loopback-service';
import { newKey, verified, write } from './ledgers';

jest.setTimeout(60_000);

const AWS = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } } as const;
const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:invented-digests-AbCdEf';

describe('a signer of KMS', () => {
  test('signs closes and checkpoints that the public key verifies', async () => {
    const service = await LoopbackSigningKms.start();
    const kms = new KMSClient({ ...AWS, endpoint: service.endpoint, maxAttempts: 1 });
    const signer = createKmsSigner({ kms, keyId: service.keyArn });
    const store = new MemoryStore();
    await write(store, 3, { signer, segmentRecords: 2 });
    const keys = publicKeysOf([service.publicKeyPem()]);
    expect([...keys.keys()]).toEqual([await signer.keyId()]);
    expect(await verified(store, { keys })).toMatchObject({ found: [], segmentsClosed: 2 });
    expect((await verified(store, { keys: newKey().keys })).codes).toEqual(['SIGNATURE_KEY_UNKNOWN']);
    await service.stop();
  });

  test('that is refused says so by the name of the exception, and works again later', async () => {
    const service = await LoopbackSigningKms.start();
    const kms = new KMSClient({ ...AWS, endpoint: service.endpoint, maxAttempts: 1 });
    const signer = createKmsSigner({ kms, keyId: 'another' });
    for (const work of [signer.keyId(), signer.sign(Buffer.from('x')), signer.keyId()]) {
      await expect(work).rejects.toMatchObject({
        code: 'SIGNING_FAILED',
        message: 'KMS did not sign (NotFoundException)',
      });
    }
    await service.stop();
  });
});

test.each([
  ['Ed25519', () => generateKeyPairSync('ed25519')],
  ['P-384', () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' })],
] as const)('a key of %s is refused', (_, make) => {
  const { privateKey, publicKey } = make();
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  expect(() => createLocalSigner(pem)).toThrow('give a key of ECDSA on P-256');
  const publicPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  expect(() => publicKeysOf([publicPem])).toThrow('give a key of ECDSA on P-256');
});

test('what is no key is refused without its text', () => {
  expect(() => createLocalSigner('secret')).toThrow('the private key cannot be read');
  expect(() => publicKeysOf(['secret'])).toThrow('the public key cannot be read');
});

test('a signature of a local key is one of ECDSA over SHA-256', async () => {
  const { signer, keys } = newKey();
  const [key] = keys.values();
  const bytes = Buffer.from('statement');
  expect(key && verify('sha256', bytes, key, await signer.sign(bytes))).toBe(true);
});

describe('digests', () => {
  const key = Buffer.alloc(32, 7);

  test('are the same for the same, and differ by text, kind and key', () => {
    const mac = createMac(key);
    expect(mac.digest('subject', 'p-1')).toEqual(createMac(key).digest('subject', 'p-1'));
    const all = [
      mac.digest('subject', 'p-1'),
      mac.digest('subject', 'p-2'),
      mac.digest('input', 'p-1'),
      createMac(Buffer.alloc(32, 8)).digest('subject', 'p-1'),
    ];
    expect(new Set(all.map(({ hmac }) => hmac)).size).toBe(4);
    expect(new Set(all.map(({ keyId }) => keyId)).size).toBe(2);
  });

  test('are HMAC-SHA-256 over kind, zero byte and text', () => {
    // python3: hmac.new(bytes([7]*32), b'subject\0p-1', 'sha256').hexdigest()
    expect(createMac(key).digest('subject', 'p-1').hmac).toBe(
      '3afa60d629005291695ae432c09ce03ab8166d7d1e267a520863560999b1c58a',
    );
    expect(createMac(key).keyId).toBe('mac:90423659ec2c0418');
  });

  test.each([31, 33])('need a key of 32 bytes, not %d', (bytes) => {
    expect(() => createMac(randomBytes(bytes))).toThrow(RangeError);
  });

  test('take their key from a secret, and say nothing of it when there is none', async () => {
    const secret = 'Inv3nted'.repeat(8);
    let answer: ServiceAnswer = { body: { ARN: SECRET_ARN, SecretString: secret } };
    const service = await LoopbackService.start('http1', () => answer);
    const secrets = new SecretsManagerClient({ ...AWS, endpoint: service.endpoint, maxAttempts: 1 });
    const load = () => loadSecretMac({ secrets, secretArn: SECRET_ARN });
    const key = createHash('sha256').update(secret).digest();
    expect((await load()).keyId).toBe(createMac(key).keyId);
    expect(service.requests).toMatchObject([
      { target: 'secretsmanager.GetSecretValue', body: { SecretId: SECRET_ARN } },
    ]);
    for (const SecretString of ['x'.repeat(42), undefined]) {
      answer = { body: { ARN: SECRET_ARN, ...(SecretString === undefined ? {} : { SecretString }) } };
      await expect(load()).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    }
    answer = { status: 400, body: { __type: 'AccessDeniedException', message: 'secret detail' } };
    await expect(load()).rejects.toThrow('Secrets Manager gave no key of digests (AccessDeniedException)');
    await service.stop();
  });
});
