import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface DataKey {
  readonly plaintext: string;
  readonly context: string;
}

/** What else the KMS of one endpoint does. */
export interface MoreKms {
  answer(target: string, body: Readonly<Record<string, unknown>>): unknown;
}

/** The two calls of KMS that an envelope makes, over HTTP on loopback: the SDK in a bundle can be pointed at it. */
export class LoopbackKms {
  endpoint = '';
  readonly #keys = new Map<string, DataKey>();
  readonly #server: Server;

  private constructor(
    readonly keyArn: string,
    private readonly more?: MoreKms,
  ) {
    this.#server = createServer((request, response) => {
      void request.toArray().then((chunks) => {
        const body = JSON.parse(Buffer.concat(chunks as Uint8Array[]).toString('utf8')) as Record<
          string,
          unknown
        >;
        const answer = this.#answer(String(request.headers['x-amz-target']), body);
        response.writeHead(answer === undefined ? 400 : 200, {
          'content-type': 'application/x-amz-json-1.1',
        });
        response.end(JSON.stringify(answer ?? { __type: 'InvalidCiphertextException' }));
      });
    });
  }

  static async start(keyArn: string, more?: MoreKms): Promise<LoopbackKms> {
    const kms = new LoopbackKms(keyArn, more);
    await new Promise<void>((resolve) => kms.#server.listen(0, '127.0.0.1', resolve));
    kms.endpoint = `http://127.0.0.1:${(kms.#server.address() as AddressInfo).port}`;
    return kms;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(target: string, body: Record<string, unknown>): unknown {
    // KMS compares contexts as sets of pairs
    const context = JSON.stringify(
      Object.entries(body['EncryptionContext'] ?? {})
        .map(String)
        .toSorted((a, b) => a.localeCompare(b)),
    );
    if (target === 'TrentService.GenerateDataKey') {
      const [blob, plaintext] = [randomBytes(64).toString('base64'), randomBytes(32).toString('base64')];
      this.#keys.set(blob, { plaintext, context });
      return { CiphertextBlob: blob, Plaintext: plaintext, KeyId: this.keyArn };
    }
    if (this.more !== undefined && target !== 'TrentService.Decrypt') return this.more.answer(target, body);
    const key = this.#keys.get(String(body['CiphertextBlob']));
    if (target !== 'TrentService.Decrypt' || key?.context !== context) return undefined;
    return { Plaintext: key.plaintext, KeyId: this.keyArn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  }
}
