import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signDigest } from './sign-digest';

const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/6f1d2c3b-0000-4000-8000-000000000001';

/** The two calls of KMS that signing and checking make, with a real P-256 key, over HTTP on loopback. */
export class LoopbackSigningKms {
  readonly keyArn = KEY_ARN;
  endpoint = '';
  readonly #pair: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  readonly #server: Server;

  private constructor() {
    this.#pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    this.#server = createServer((request, response) => {
      void request.toArray().then((chunks) => {
        const body = JSON.parse(Buffer.concat(chunks as Uint8Array[]).toString('utf8')) as Record<
          string,
          string
        >;
        const answer = this.answer(String(request.headers['x-amz-target']), body);
        response.writeHead(answer === undefined ? 400 : 200, {
          'content-type': 'application/x-amz-json-1.1',
        });
        response.end(JSON.stringify(answer ?? { __type: 'NotFoundException', message: 'no such key' }));
      });
    });
  }

  static async start(): Promise<LoopbackSigningKms> {
    const kms = new LoopbackSigningKms();
    await new Promise<void>((resolve) => kms.#server.listen(0, '127.0.0.1', resolve));
    kms.endpoint = `http://127.0.0.1:${(kms.#server.address() as AddressInfo).port}`;
    return kms;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  publicKeyPem(): string {
    return this.#pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  }

  /** The key that never leaves KMS, for whoever has to sign more than this one can in time. */
  privateKeyPem(): string {
    return this.#pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  }

  /** What the SDK in a command needs to come here. */
  environment(): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL_KMS: this.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      AWS_MAX_ATTEMPTS: '1',
    };
  }

  /** What it says to one call; undefined: that there is no such key. */
  answer(target: string, body: Readonly<Record<string, unknown>>): unknown {
    const { KeyId, Message = '', MessageType, SigningAlgorithm } = body as Readonly<Record<string, string>>;
    if (KeyId !== KEY_ARN) return undefined;
    if (target === 'TrentService.GetPublicKey') {
      const der = this.#pair.publicKey.export({ format: 'der', type: 'spki' });
      return { KeyId: KEY_ARN, PublicKey: der.toString('base64'), KeySpec: 'ECC_NIST_P256' };
    }
    const message = Buffer.from(Message, 'base64');
    if (target !== 'TrentService.Sign' || SigningAlgorithm !== 'ECDSA_SHA_256') return undefined;
    const signature = this.#signed(message, MessageType);
    return signature && { KeyId: KEY_ARN, Signature: signature.toString('base64'), SigningAlgorithm };
  }

  #signed(message: Buffer, type: string | undefined): Buffer | undefined {
    if (type === 'RAW' && message.length <= 4096) return sign('sha256', message, this.#pair.privateKey);
    if (type === 'DIGEST' && message.length === 32) return signDigest(message, this.#pair.privateKey);
    return undefined;
  }
}
