import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { PageProblem } from './page-problem';

const MOST_BYTES = 65_536;
const MOST_READ_BYTES = 1_048_576;

/** What a page of ours knows and nobody else does: where it came from, and its key. */
export interface Admission {
  readonly port: number;
  readonly key: string;
}

/**
 * A page of another site can make a browser call this server, also under a name that it made resolve to 127.0.0.1; the `Host` of such a
 * call is that name.
 *
 * @throws PageProblem HOST_UNKNOWN
 */
export function requireOwnHost({ headers }: IncomingMessage, port: number): void {
  if (!hostsOf(port).includes(headers.host ?? '')) throw new PageProblem('HOST_UNKNOWN');
}

/**
 * Only who was told the key may ask: other users of this machine reach the port as well.
 *
 * @throws PageProblem ORIGIN_REFUSED, KEY_WRONG, NOT_JSON
 */
export function requireOwnPage({ headers }: IncomingMessage, { port, key }: Admission): void {
  const { origin } = headers;
  if (origin !== undefined && !hostsOf(port).some((host) => origin === `http://${host}`))
    throw new PageProblem('ORIGIN_REFUSED');
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new PageProblem('NOT_JSON');
  const given = headers['x-try-key'];
  if (typeof given !== 'string' || !isSame(given, key)) throw new PageProblem('KEY_WRONG');
}

/**
 * A body that is too large is read on for a while, so that who sends it hears why.
 *
 * @throws PageProblem BODY_TOO_LARGE
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_READ_BYTES)
    throw new PageProblem('BODY_TOO_LARGE');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MOST_BYTES) chunks.push(chunk);
    if (length > MOST_READ_BYTES) break;
  }
  if (length > MOST_BYTES) throw new PageProblem('BODY_TOO_LARGE');
  return Buffer.concat(chunks);
}

function hostsOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
