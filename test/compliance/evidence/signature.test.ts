import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Manifest } from '../../../lib/compliance/evidence/manifest';
import {
  publicKeyOf,
  renderSignature,
  SignatureProblem,
  signatureProblem,
  signerOf,
} from '../../../lib/compliance/evidence/signature';

const DIGEST = 'a'.repeat(64);
const manifest: Manifest = {
  schemaVersion: 1,
  generator: { name: 'hipaa-ai-cdk', version: '1.0.0' },
  asOf: '2026-11-24',
  blocks: false,
  files: [],
};

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const PAIRS: Readonly<Record<string, () => Pair>> = {
  Ed25519: () => generateKeyPairSync('ed25519'),
  'ECDSA P-256': () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
};
const pemOf = (key: KeyObject) =>
  key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString();
const signed = ({ privateKey }: Pair) => renderSignature(manifest, DIGEST, signerOf(pemOf(privateKey)));

interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

describe.each(Object.entries(PAIRS))('a signature by an %s key', (_, generate) => {
  const pair = generate();

  test('is that of the manifest, by the key', async () => {
    expect(signatureProblem(await signed(pair), DIGEST, publicKeyOf(pemOf(pair.publicKey)))).toBeUndefined();
  });

  test('is not that of another manifest', async () => {
    expect(signatureProblem(await signed(pair), 'b'.repeat(64), pair.publicKey)).toBe(
      'another manifest was signed',
    );
  });

  test.each(Object.entries(PAIRS))('is not by another key, of type %s', async (_, another) => {
    expect(signatureProblem(await signed(pair), DIGEST, another().publicKey)).toMatch(/not of this key/u);
  });

  test('breaks when the statement, the signature or the type is changed', async () => {
    const envelope = JSON.parse(await signed(pair)) as Envelope;
    const [signature] = envelope.signatures;
    const statement = Buffer.from(envelope.payload, 'base64')
      .toString()
      .replace('"blocks":false', '"blocks":true ');
    const sig = Buffer.from(signature?.sig ?? '', 'base64');
    sig.writeUInt8(sig.readUInt8(20) ^ 1, 20);
    const tampered = [
      { ...envelope, payload: Buffer.from(statement).toString('base64') },
      { ...envelope, signatures: [{ ...signature, sig: sig.toString('base64') }] },
      { ...envelope, payloadType: 'application/json' },
      { ...envelope, signatures: [] },
    ];
    for (const each of tampered) {
      expect(signatureProblem(JSON.stringify(each), DIGEST, pair.publicKey)).toMatch(
        /not of this key|no DSSE envelope/u,
      );
    }
  });

  test('is an in-toto statement in a DSSE envelope, which other tools can check', async () => {
    const envelope = JSON.parse(await signed(pair)) as Envelope;
    expect(envelope.payloadType).toBe('application/vnd.in-toto+json');
    expect(JSON.parse(Buffer.from(envelope.payload, 'base64').toString())).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'manifest.json', digest: { sha256: DIGEST } }],
      predicate: { asOf: '2026-11-24', blocks: false },
    });
    expect(envelope.signatures[0]?.keyid).toMatch(/^sha256:[0-9a-f]{64}$/u);
  });
});

test('several signatures: one by the key is enough', async () => {
  const [ours, theirs] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const [own, other] = [
    JSON.parse(await signed(ours)) as Envelope,
    JSON.parse(await signed(theirs)) as Envelope,
  ];
  const both = JSON.stringify({ ...own, signatures: [...other.signatures, ...own.signatures] });
  expect(signatureProblem(both, DIGEST, ours.publicKey)).toBeUndefined();
});

test('a statement about something else is refused even when the key signed it', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = signerOf(pemOf(privateKey));
  const type = 'application/vnd.in-toto+json';
  const payload = Buffer.from(
    JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', predicateType: 'else', subject: [] }),
  );
  const bytes = Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);
  const sig = Buffer.from(await signer.sign(bytes)).toString('base64');
  const envelope = { payloadType: type, payload: payload.toString('base64'), signatures: [{ sig }] };
  expect(signatureProblem(JSON.stringify(envelope), DIGEST, publicKey)).toMatch(
    /no statement about evidence/u,
  );
});

test.each([
  ['P-384', () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' })],
  ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['X25519', () => generateKeyPairSync('x25519')],
])('%s keys are refused, with the kinds that are taken', (_, generate) => {
  const { privateKey, publicKey } = generate();
  expect(() => signerOf(pemOf(privateKey))).toThrow(/give Ed25519 or ECDSA on P-256/u);
  expect(() => publicKeyOf(pemOf(publicKey))).toThrow(SignatureProblem);
});

test('a key that cannot be read is not quoted', () => {
  const text = '-----BEGIN PRIVATE KEY-----\nsecretsecret\n-----END PRIVATE KEY-----';
  expect(() => signerOf(text)).toThrow(/cannot be read; give PEM/u);
  expect(() => signerOf(text)).not.toThrow(/secretsecret/u);
});

test.each(['', '{', '[]', '{"payload":1}'])('%j is no signature', (text) => {
  expect(signatureProblem(text, DIGEST, generateKeyPairSync('ed25519').publicKey)).toMatch(/damaged/u);
});
