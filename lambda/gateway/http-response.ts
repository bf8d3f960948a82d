import type { StreamEvent } from './answer-stream';
import { PROBLEM_TYPE } from './problem';
import { statusOf, type Reply } from './reply';

/** A response as proxy integrations of API Gateway and of a load balancer take it. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** What stands before the body of a streamed response. */
export type HttpPrelude = Pick<HttpResponse, 'statusCode' | 'headers'>;

const RETRY_AFTER_SECONDS = 2;
const RETRIED: ReadonlySet<number> = new Set([409, 429, 503, 504]);
/** Answers are about patients: no cache on the way keeps them. */
const NO_STORE = { 'cache-control': 'no-store' };

export function httpResponse(reply: Reply): HttpResponse {
  const { statusCode, headers } = preludeOf(reply);
  return { statusCode, headers, body: JSON.stringify(bodyOf(reply)), isBase64Encoded: false };
}

/** What a reply says: the problem itself, or the reply. */
export function bodyOf(reply: Reply): object {
  return reply.kind === 'refused' ? reply.problem : reply;
}

function preludeOf(reply: Reply): HttpPrelude {
  const statusCode = statusOf(reply);
  return {
    statusCode,
    headers: {
      'content-type': reply.kind === 'refused' ? PROBLEM_TYPE : 'application/json',
      ...NO_STORE,
      ...(RETRIED.has(statusCode) ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {}),
    },
  };
}

/** The prelude of a streamed response by its first event: as long as nothing has left the status can still tell. */
export function streamPrelude(first: StreamEvent): HttpPrelude {
  if (first.kind === 'reply') return preludeOf(first.reply);
  return { statusCode: 200, headers: { 'content-type': 'application/x-ndjson', ...NO_STORE } };
}

/** An event as it is sent: a whole reply as JSON, anything else as a line of JSON. */
export function streamChunk(event: StreamEvent): string {
  if (event.kind === 'reply') return JSON.stringify(bodyOf(event.reply));
  const line = event.kind === 'broken' ? { kind: event.kind, problem: event.reply.problem } : event;
  return `${JSON.stringify(line)}\n`;
}
