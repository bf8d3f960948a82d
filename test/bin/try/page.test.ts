import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { openHome } from '../../../bin/try/home';
import { servePage, type Page } from '../../../bin/try/page/server';
import { LOCAL_MODELS, openPlace, type Place } from '../../../bin/try/place';
import { checkLedger } from '../../../bin/try/walk';

jest.setTimeout(60_000);

const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-page-'));
const log: string[] = [];
const written: string[] = [];
let place: Place;
let page: Page;
let port: number;
let key: string;

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  place = openPlace(openHome(path.join(work, 'home')), LOCAL_MODELS, (line) => log.push(line));
  page = await servePage(place, 0);
  const address = new URL(page.address);
  port = Number(address.port);
  key = address.hash.slice(1);
});
afterAll(async () => {
  await page.close();
  await place.close();
  jest.restoreAllMocks();
  rmSync(work, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** By node:http and not fetch, which lets nobody set a Host. */
function ask({ method = 'POST', url = '/exchanges', headers = {}, body = '' }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        headers: { 'content-type': 'application/json', 'x-try-key': key, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

let count = 0;
function request(changes: object = {}): string {
  count += 1;
  return JSON.stringify({
    useCase: 'ward-handover',
    purpose: { of: 'treatment' },
    subject: 'subj-1',
    text: 'Marlowe Quillfeather slept well.',
    idempotencyKey: `key-${count}-of-the-page`,
    ...changes,
  });
}

function codeOf({ body, headers }: Answer): unknown {
  expect(headers['content-type']).toBe('application/problem+json');
  const problem = JSON.parse(body) as Readonly<Record<string, unknown>>;
  expect(Object.keys(problem).sort()).toEqual(['code', 'status', 'title', 'type']);
  return problem['code'];
}

test('an exchange comes from both ends: what the model saw, what it said, what left, and the record', async () => {
  const { status, body } = await ask({ body: request({ reidentify: true }) });
  expect(status).toBe(200);
  const { calls, text, record, receipt, ledger } = JSON.parse(body) as {
    readonly calls: readonly Readonly<Record<'model' | 'given' | 'said', string>>[];
  } & Readonly<Record<string, unknown>>;
  expect(calls).toHaveLength(1);
  expect(calls[0]?.model).toBe('stand-in.echo');
  expect(calls[0]?.given).toMatch(/^\[NAME:[\w-]+\] slept well\.$/u);
  expect(calls[0]?.said).toMatch(/^Noted: \[NAME:[\w-]+\] slept well\.$/u);
  expect(text).toBe('Noted: Marlowe Quillfeather slept well.');
  expect(record).toMatchObject({
    type: 'record',
    entry: { kind: 'interaction', caller: { authentication: 'none' } },
  });
  expect(JSON.stringify(record)).not.toMatch(/Marlowe|Quillfeather|slept/u);
  expect(receipt).toMatch(/^\d{4}-\d\d-\d\d\./u);
  expect(ledger).toEqual({ records: 2, findings: 0 });
});

test('a refusal of the gateway is its problem, with the record of it', async () => {
  const { status, body } = await ask({ body: request({ purpose: { of: 'research', basis: 'irb:1' } }) });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({
    calls: [],
    text: '',
    problem: { code: 'PURPOSE_REFUSED', field: 'purpose.of' },
    record: { entry: { kind: 'refusal' } },
  });
});

test('page, style and script come with a policy that lets nothing else in', async () => {
  for (const [url, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/style.css', 'text/css; charset=utf-8'],
    ['/script.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    const { status, headers, body } = await ask({ method: 'GET', url });
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; .*frame-ancestors 'none'/u,
    );
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/u);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(body).not.toContain(key);
    expect((await ask({ method: 'HEAD', url })).body).toBe('');
  }
  const { body } = await ask({ method: 'GET', url: '/' });
  expect(body).not.toMatch(/<script(?! src="\/script\.js")|<style|\son\w+=|https?:\/\//u);
});

test('another name for this address is turned away, so that no other site reaches it by its own name', async () => {
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `[::1]:${port}`,
  ]) {
    const page_ = await ask({ method: 'GET', url: '/', headers: { host } });
    expect([page_.status, codeOf(page_)]).toEqual([421, 'HOST_UNKNOWN']);
    expect(codeOf(await ask({ headers: { host }, body: request() }))).toBe('HOST_UNKNOWN');
  }
  expect((await ask({ method: 'GET', url: '/', headers: { host: `localhost:${port}` } })).status).toBe(200);
});

test('another origin is turned away, also one that looks alike', async () => {
  for (const origin of [
    'null',
    'https://evil.example',
    `http://127.0.0.1:${port}.evil.example`,
    `https://127.0.0.1:${port}`,
  ]) {
    const answer = await ask({ headers: { origin }, body: request() });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'ORIGIN_REFUSED']);
  }
  expect((await ask({ headers: { origin: `http://127.0.0.1:${port}` }, body: request() })).status).toBe(200);
});

test('without the key that was printed nothing is asked', async () => {
  for (const given of ['', 'x', `${key}x`, key.toUpperCase()])
    expect(codeOf(await ask({ headers: { 'x-try-key': given }, body: request() }))).toBe('KEY_WRONG');
});

test('what a form of another site can send is no JSON, and is turned away', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '',
  ])
    expect(codeOf(await ask({ headers: { 'content-type': type }, body: request() }))).toBe('NOT_JSON');
  const charset = { 'content-type': 'Application/JSON; charset=utf-8' };
  expect((await ask({ headers: charset, body: request() })).status).toBe(200);
});

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD'])('%s asks nothing', async (method) => {
  const { status, headers } = await ask({ method });
  expect([status, headers.allow]).toEqual([405, 'POST']);
});

test.each(['POST', 'PUT', 'OPTIONS'])('%s changes no page', async (method) => {
  const { status, headers } = await ask({ method, url: '/' });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});

test.each([
  '/x',
  '/../package.json',
  '//',
  '/exchanges/',
  '/?',
  '/constructor',
  '/__proto__',
  'http://evil.example/',
])('there is no page %s', async (url) => {
  const answer = await ask({ method: 'GET', url });
  expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
});

test('64 KiB are taken, and one byte more is not, with or without its length in front', async () => {
  const fill = (size: number): string => {
    const empty = request({ text: '' });
    return empty.replace('"text":""', `"text":"${'a'.repeat(size - empty.length)}"`);
  };
  const most = await ask({ body: fill(65_536) });
  expect([most.status, (JSON.parse(most.body) as { problem: { code: string } }).problem.code]).toEqual([
    200,
    'INPUT_TOO_LONG',
  ]);
  const more = await ask({ body: fill(65_537) });
  expect([more.status, codeOf(more)]).toEqual([413, 'BODY_TOO_LARGE']);
  const chunked = { 'transfer-encoding': 'chunked' };
  expect(codeOf(await ask({ headers: chunked, body: fill(65_537) }))).toBe('BODY_TOO_LARGE');
});

test('a body without an end is cut off', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write(
    `POST /exchanges HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nX-Try-Key: ${key}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const chunk = Buffer.alloc(65_536, 'a');
  const pump = setInterval(() => {
    socket.write(`${chunk.length.toString(16)}\r\n`);
    socket.write(chunk);
    socket.write('\r\n');
  }, 1);
  const began = Date.now();
  await closed;
  clearInterval(pump);
  // by its size, and not by the time that a request may take
  expect(Date.now() - began).toBeLessThan(8_000);
});

test('any bytes as a body get an answer, never a failure, and a record', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json({ maxDepth: 3 }),
        fc.string({ unit: 'binary', maxLength: 200 }).map((text) => request({ text })),
        fc
          .record({ model: fc.string(), fields: fc.json(), untrusted: fc.json() })
          .map((changes) => request(changes)),
      ),
      async (body) => {
        const answer = await ask({ body });
        expect(answer.status).toBe(200);
        const { problem, receipt } = JSON.parse(answer.body) as {
          problem?: { status: number };
          receipt?: string;
        };
        expect(problem?.status).not.toBe(500);
        expect(receipt).toBeDefined();
      },
    ),
    { numRuns: 60 },
  );
});

test('it listens on loopback alone', async () => {
  const others = Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  );
  // all of 127.0.0.0/8 is this machine on Linux: who listened everywhere would be found there
  if (process.platform === 'linux') others.push('127.0.0.2');
  for (const address of others) {
    const refused = await new Promise((resolve) => {
      connect(port, address)
        .on('connect', () => resolve(false))
        .on('error', () => resolve(true));
    });
    expect(refused).toBe(true);
  }
});

test('a port that is taken is refused in words', async () => {
  await expect(servePage(place, port)).rejects.toThrow(
    `cannot listen on port ${port} (EADDRINUSE); give another --port`,
  );
});

// the last one: of all that went before
test('the ledger holds, nothing of a request is in a log line, and the server wrote nothing', async () => {
  expect((await checkLedger(place)).findings).toEqual([]);
  expect(log.length).toBeGreaterThan(60);
  expect(log.join('')).not.toMatch(/Marlowe|Quillfeather|slept/u);
  expect(written).toEqual([]);
});
