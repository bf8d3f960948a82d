import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Manifest } from './manifest';
import { EVIDENCE_FILES } from './evidence';

/** As cosign's attestations: a DSSE envelope around an in-toto statement, so that other tools can check it. */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'urn:hipaa-ai-cdk:evidence:v1';

const envelopeSchema = z.object({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.base64(),
  signatures: z.array(z.object({ keyid: z.string().optional(), sig: z.base64() })).min(1),
});

const statementSchema = z.object({
  _type: z.literal(STATEMENT_TYPE),
  predicateType: z.literal(PREDICATE_TYPE),
  subject: z.tuple([
    z.object({ name: z.string(), digest: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u) }) }),
  ]),
});

/** A key that cannot sign or check evidence, or a signature that cannot be read. */
export class SignatureProblem extends Error {
  override readonly name = 'SignatureProblem';
}

/** Whatever holds the private key: a file, or KMS. */
export interface Signer {
  readonly keyId: string;
  /** Signs the bytes: Ed25519, or ECDSA on P-256 over their SHA-256, in DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Makes the text of the signature file for a manifest. */
export async function renderSignature(
  manifest: Manifest,
  manifestSha256: string,
  signer: Signer,
): Promise<string> {
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [{ name: EVIDENCE_FILES.manifest, digest: { sha256: manifestSha256 } }],
    predicateType: PREDICATE_TYPE,
    predicate: { generator: manifest.generator, asOf: manifest.asOf, blocks: manifest.blocks },
  };
  const payload = Buffer.from(JSON.stringify(statement));
  const sig = Buffer.from(await signer.sign(preAuthentication(payload))).toString('base64');
  const envelope = {
    payloadType: PAYLOAD_TYPE,
    payload: payload.toString('base64'),
    signatures: [{ keyid: signer.keyId, sig }],
  };
  return `${JSON.stringify(envelope, undefined, 1)}\n`;
}

/**
 * Checks that the key signed this very manifest. Any one of several signatures is enough.
 * @returns what is wrong; undefined when nothing is
 */
export function signatureProblem(text: string, manifestSha256: string, key: KeyObject): string | undefined {
  const envelope = envelopeSchema.safeParse(parsed(text)).data;
  if (!envelope) return 'the signature is damaged or no DSSE envelope';
  const payload = Buffer.from(envelope.payload, 'base64');
  const bytes = preAuthentication(payload);
  if (!envelope.signatures.some(({ sig }) => isValid(bytes, Buffer.from(sig, 'base64'), key)))
    return 'the signature is not of this key, or what was signed was changed';
  const statement = statementSchema.safeParse(parsed(payload.toString('utf8'))).data;
  if (!statement) return 'what was signed is no statement about evidence';
  return statement.subject[0].digest.sha256 === manifestSha256 ? undefined : 'another manifest was signed';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a DSSE signature is over: the type and the payload, each with its length in front. */
function preAuthentication(payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

function isValid(bytes: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  try {
    return verify(hashOf(key), bytes, key, signature);
  } catch {
    return false;
  }
}

/** @throws SignatureProblem for keys of another kind */
function hashOf(key: KeyObject): 'sha256' | null {
  if (key.asymmetricKeyType === 'ed25519') return null;
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
    return 'sha256';
  throw new SignatureProblem(
    `the key is of type '${key.asymmetricKeyType ?? 'unknown'}'; give Ed25519 or ECDSA on P-256`,
  );
}

/** @throws SignatureProblem unless it is an Ed25519 or P-256 key without a passphrase */
export function signerOf(privateKeyPem: string): Signer {
  const key = readKey('private', () => createPrivateKey(privateKeyPem));
  const hash = hashOf(key);
  return {
    keyId: keyIdOf(createPublicKey(key)),
    sign: (bytes) => Promise.resolve(sign(hash, bytes, key)),
  };
}

/** @throws SignatureProblem unless it is an Ed25519 or P-256 key */
export function publicKeyOf(pemOrDer: string | Uint8Array): KeyObject {
  const key = readKey('public', () =>
    typeof pemOrDer === 'string'
      ? createPublicKey(pemOrDer)
      : createPublicKey({ key: Buffer.from(pemOrDer), format: 'der', type: 'spki' }),
  );
  hashOf(key);
  return key;
}

/** The cause says nothing of the key's text, and neither does this. */
function readKey(kind: string, read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch {
    throw new SignatureProblem(
      `the ${kind} key cannot be read; give PEM (PKCS #8 or SPKI) without a passphrase`,
    );
  }
}

/** SHA-256 of the public key as it is in certificates (SPKI, DER). */
function keyIdOf(key: KeyObject): string {
  return `sha256:${createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')}`;
}
