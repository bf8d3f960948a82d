import type { ServerResponse } from 'node:http';
import { PROBLEM_TYPE } from '../../../lambda/gateway/problem';

/** Why the page's server turns a request away before the gateway hears of it. */
const KINDS = {
  HOST_UNKNOWN: { status: 421, title: 'This server answers to its own address on this machine only.' },
  ORIGIN_REFUSED: { status: 403, title: 'Another site sent this.' },
  KEY_WRONG: { status: 403, title: 'Open the whole address that was printed at the start, with its key.' },
  NOT_FOUND: { status: 404, title: 'There is no such page.' },
  METHOD_REFUSED: { status: 405, title: 'This address does not take that method.' },
  BODY_TOO_LARGE: { status: 413, title: 'The request is larger than 64 KiB.' },
  NOT_JSON: { status: 415, title: 'The request must be application/json.' },
  INTERNAL: { status: 500, title: 'The server failed.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type PageProblemCode = keyof typeof KINDS;

/** A refusal by its code; nothing of a request is in it. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';

  constructor(
    readonly code: PageProblemCode,
    /** Methods that are taken, where another one was used. */
    readonly allow?: string,
  ) {
    super(code);
  }
}

/** What went wrong as RFC 9457; of anything unforeseen that it went wrong and no more. */
export function sendProblem(response: ServerResponse, error: unknown): void {
  const { code, allow } = error instanceof PageProblem ? error : new PageProblem('INTERNAL');
  const { status, title } = KINDS[code];
  const body = JSON.stringify({ type: `urn:hipaa-ai:try:${code}`, title, status, code });
  if (allow !== undefined) response.setHeader('allow', allow);
  // what was not read is not read later either
  response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': PROBLEM_TYPE });
  response.end(body);
}
