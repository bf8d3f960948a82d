import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { SignatureV4 } from '@smithy/signature-v4';
import { REGION } from './emulator';
import { parseJson, type Json } from './json';
import type { Session } from './session';

export interface SignedRequest {
  /** Of the server on loopback: `https://localhost:PORT`. */
  readonly endpoint: string;
  /** The authority whose certificates are believed: a file. */
  readonly authority: string;
  /** The host that is asked for. */
  readonly host: string;
  readonly path: string;
  readonly body: Json;
  /** Who asks. @default - nobody: the request is not signed */
  readonly as?: Session;
}

/** Posts JSON to a REST API as an application does: signed by the SDK's own signer for `execute-api`. */
export async function post(asked: SignedRequest): Promise<{ readonly status: number; readonly body: Json }> {
  const { endpoint, authority, host, path, as } = asked;
  const body = JSON.stringify(asked.body);
  const headers = { host, 'content-type': 'application/json' };
  const signed = as
    ? await new SignatureV4({ service: 'execute-api', region: REGION, credentials: as, sha256: Sha256 }).sign(
        {
          method: 'POST',
          protocol: 'https:',
          hostname: host,
          path,
          headers,
          body,
        },
      )
    : { headers };
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, endpoint),
      { method: 'POST', ca: readFileSync(authority), servername: 'localhost', headers: signed.headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parseJson(text) }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** SHA-256 as the signer wants it: keyed, where it is given a key. */
class Sha256 {
  #hash: Hash | Hmac;

  constructor(private readonly secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = this.#begin();
  }

  update(data: string | Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset(): void {
    this.#hash = this.#begin();
  }

  #begin(): Hash | Hmac {
    const { secret } = this;
    if (secret === undefined) return createHash('sha256');
    if (typeof secret === 'string') return createHmac('sha256', secret);
    const bytes = ArrayBuffer.isView(secret)
      ? Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength)
      : Buffer.from(secret);
    return createHmac('sha256', bytes);
  }
}
