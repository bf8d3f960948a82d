import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../../verbs/verb';
import { exchange } from '../exchange';
import type { Place } from '../place';
import { checkLedger } from '../walk';
import { exchangeView } from './exchange-view';
import { pageHtml } from './html';
import { PageProblem, sendProblem } from './page-problem';
import { readBody, requireOwnHost, requireOwnPage, type Admission } from './request-checks';
import { SCRIPT } from './script';
import { STYLE } from './style';

/** No other machine reaches it. */
const LOOPBACK = '127.0.0.1';
const KEY_BYTES = 18;
/** Milliseconds for a request to arrive, and between two looks for those that did not. */
const SLOWEST_REQUEST = { requestTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** A door. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 1h10v14H3z" fill="#1d4f80"/><path d="M10 7h1v2h-1z" fill="#fff"/></svg>';

/** Nothing is fetched from anywhere else, and nothing is run that is not the file below. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export interface Page {
  /** With the key that its script needs; what stands behind # is sent nowhere. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * The page and what it asks, on this machine alone. It logs nothing.
 *
 * @param port 0: one that is free
 * @throws UsageError the port is taken
 */
export async function servePage(place: Place, port: number): Promise<Page> {
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html; charset=utf-8', pageHtml(place.models)],
    '/style.css': ['text/css; charset=utf-8', STYLE],
    '/script.js': ['text/javascript; charset=utf-8', SCRIPT],
    '/icon.svg': ['image/svg+xml', ICON],
  };
  let admission: Admission = { port, key };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    requireOwnHost(request, admission.port);
    const { method, url = '' } = request;
    const file = Object.hasOwn(files, url) ? files[url] : undefined;
    if (file !== undefined) {
      if (method !== 'GET' && method !== 'HEAD') throw new PageProblem('METHOD_REFUSED', 'GET, HEAD');
      response.writeHead(200, { 'content-type': file[0] });
      response.end(method === 'HEAD' ? undefined : file[1]);
      return;
    }
    if (url !== '/exchanges') throw new PageProblem('NOT_FOUND');
    if (method !== 'POST') throw new PageProblem('METHOD_REFUSED', 'POST');
    requireOwnPage(request, admission);
    const seen = await exchange(place, await readBody(request));
    const view = exchangeView(seen, await checkLedger(place));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(view));
  }

  const server = createServer(SLOWEST_REQUEST, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendProblem(response, error);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new UsageError(`cannot listen on port ${port} (${error.code ?? 'unknown'}); give another --port`),
      );
    });
    server.listen(port, LOOPBACK, resolve);
  });
  admission = { port: (server.address() as AddressInfo).port, key };
  return {
    address: `http://${LOOPBACK}:${admission.port}/#${key}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
