import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import type { Minted } from './openssl-pki';

export interface Attempt {
  /** @default - no certificate is shown */
  readonly leaf?: Minted;
  /** @default GET /health */
  readonly request?: string;
  readonly headers?: readonly string[];
  readonly options?: tls.ConnectionOptions;
}

export interface Answer {
  /** HTTP status; undefined where nothing was answered. */
  readonly status?: number;
  /** Why nothing was answered. */
  readonly error?: string;
  readonly body: string;
  readonly protocol?: string | null;
}

const WAIT = 5000;

/** One connection, one request. */
export function attempt(
  port: number,
  { leaf, request = 'GET /health', headers = [], options = {} }: Attempt,
) {
  return new Promise<Answer>((resolve) => {
    const socket = tls.connect({
      port,
      host: '127.0.0.1',
      servername: 'inference.phi.internal',
      // what the server shows is looked at elsewhere
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      ...(leaf ? { cert: leaf.certificate, key: leaf.key } : {}),
      ...options,
    });
    let text = '';
    let protocol: string | null = null;
    const finish = (error?: string) => {
      clearTimeout(timer);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/u.exec(text)?.[1];
      const body = text.slice(text.indexOf('\r\n\r\n') + 4);
      resolve({ body, protocol, ...(status ? { status: Number(status) } : { error: error ?? 'closed' }) });
    };
    const timer = setTimeout(() => finish('timeout'), WAIT);
    socket.on('secureConnect', () => {
      // Node 20 ends with a segmentation fault where a closed socket is asked
      protocol = socket.getProtocol();
      const lines = [`${request} HTTP/1.1`, 'Host: inference', 'Connection: close', ...headers, '', ''];
      socket.write(lines.join('\r\n'));
    });
    socket.on('data', (part: Buffer) => {
      text += part.toString('latin1');
      // Envoy waits a second before it closes what it has refused
      const length = /^content-length: (\d+)\r$/imu.exec(text)?.[1];
      const body = text.indexOf('\r\n\r\n') + 4;
      if (length !== undefined && body > 3 && text.length >= body + Number(length)) finish();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
    socket.on('close', () => finish());
  });
}

/** A session that a client kept, to come back with; undefined where the server gave none. */
export async function sessionOf(port: number, leaf: Minted, version: tls.SecureVersion) {
  const socket = tls.connect({
    port,
    host: '127.0.0.1',
    rejectUnauthorized: false,
    minVersion: version,
    maxVersion: version,
    cert: leaf.certificate,
    key: leaf.key,
  });
  let session: Buffer | undefined;
  socket.on('session', (given: Buffer) => (session = given));
  await once(socket, 'secureConnect');
  session ??= socket.getSession();
  socket.write('GET /health HTTP/1.1\r\nHost: inference\r\nConnection: close\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  return session;
}

export const fileOf = (file: string) => readFileSync(file, 'utf8');
