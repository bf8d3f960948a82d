import { Writable } from 'node:stream';
import type { Doors } from '../../../lambda/gateway/doors/door';
import { NOBODY } from '../../../lambda/gateway/caller';
import { createServer, createStreamServer, type InvocationContext } from '../../../lambda/gateway/serve';
import type { HttpPrelude } from '../../../lambda/gateway/http-response';
import { restEvent } from '../../support/gateway-asset';
import { openPlace, request, ROLE, type Place } from './gateway-place';

const DOORS: Doors = {
  api: { door: 'rest-api', apiId: 'abc123', issuers: [], secondFactorIssuers: [] },
  discharge: { door: 'direct', principal: ROLE },
};
const PROSE =
  'The patient slept well and ate some breakfast, with no acute distress through the whole of the night. ';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(async () => {
  await place.stop();
});

const context = (alias: string): InvocationContext => ({
  invokedFunctionArn: `arn:aws:lambda:us-east-1:111122223333:function:gateway:${alias}`,
  getRemainingTimeInMillis: () => 30_000,
});

/** What Lambda's `HttpResponseStream.from` does: JSON, then eight NUL bytes. */
function from(stream: Writable, prelude: HttpPrelude): Writable {
  stream.write(JSON.stringify(prelude));
  stream.write(Buffer.alloc(8));
  return stream;
}

class Collected extends Writable {
  bytes = Buffer.alloc(0);
  constructor(private readonly most = Infinity) {
    super({ highWaterMark: 16 });
  }
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    if (this.bytes.length > this.most) this.destroy(new Error('gone'));
    else setImmediate(done);
  }
}

async function streamed(event: unknown, alias: string): Promise<string> {
  const stream = new Collected();
  const ended = new Promise((resolve) => stream.on('finish', resolve));
  await createStreamServer(place.gateway(), DOORS, from)(event, stream, context(alias));
  await ended;
  return stream.bytes.toString('utf8');
}

test('a streamed response of an API is its prelude, eight NUL bytes, and lines of JSON', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE] });
  const [prelude = '', body = ''] = (await streamed(restEvent(request({ stream: true })), 'api')).split(
    '\0'.repeat(8),
  );
  expect(JSON.parse(prelude)).toEqual({
    statusCode: 200,
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  });
  const lines = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; text?: string });
  expect(lines[0]?.kind).toBe('opened');
  expect(lines.at(-1)?.kind).toBe('closed');
  expect(lines.map(({ text = '' }) => text).join('')).toBe(PROSE + PROSE);
});

test('as long as nothing has left the status tells of a refusal', async () => {
  const text = await streamed(restEvent({ ...request({ stream: true }), purpose: { of: 'payment' } }), 'api');
  const [prelude = '', body = ''] = text.split('\0'.repeat(8));
  expect(JSON.parse(prelude)).toMatchObject({
    statusCode: 403,
    headers: { 'content-type': 'application/problem+json' },
  });
  expect(JSON.parse(body)).toMatchObject({ code: 'PURPOSE_REFUSED' });
});

test('a direct call gets lines without a prelude, and whoever no door lets in a problem', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE] });
  expect(await streamed(request({ stream: true }), 'discharge')).toMatch(/^\{"kind":"opened"/u);
  expect(await streamed(request(), 'unknown')).toMatch(/DOOR_UNKNOWN/u);
  expect(await streamed(restEvent(request(), 'discharge'), 'discharge')).toMatch(/^\{"statusCode":401/u);
});

test('a reader that goes away ends the answer, and is on record', async () => {
  place.bedrock.behave = () => ({ pieces: Array<string>(20).fill(PROSE) });
  const stream = new Collected(900);
  await createStreamServer(place.gateway(), DOORS, from)(
    restEvent(request({ stream: true })),
    stream,
    context('api'),
  );
  expect(place.ledger.kinds().at(-1)).toBe('refusal STREAM_ABANDONED');
  expect(stream.bytes.length).toBeLessThan(20 * PROSE.length);
});

test('what may pass says when to try again', async () => {
  place.bedrock.behave = () => ({ exception: 'ThrottlingException', status: 429 });
  const serve = createServer(place.gateway(), DOORS);
  expect(await serve(restEvent(request()), context('api'))).toMatchObject({
    statusCode: 429,
    headers: { 'retry-after': '2' },
  });
});

test('nobody is a caller that no list names', () => {
  expect(NOBODY.grants).toEqual([]);
});
