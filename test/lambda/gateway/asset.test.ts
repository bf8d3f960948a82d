import { ALIASES, BUCKETS, gatewayAsset, GatewayFleet, restEvent } from '../../support/gateway-asset';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';
import { manifest, PROMPT, request } from './gateway-place';

jest.setTimeout(60_000);

let fleet: GatewayFleet;
beforeAll(async () => {
  fleet = await GatewayFleet.start({
    asset: gatewayAsset({ 'summary:3': PROMPT }),
    useCases: [manifest()],
    streaming: 1,
  });
});
afterAll(async () => {
  await fleet.stop();
});

interface Http {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

test('the bundle answers a REST event and leaves a record; nothing planted is in what it logged, sent or kept', async () => {
  fleet.bedrock.behave = ({ raw }) => ({ say: `${/\[NAME:[\w-]+\]/u.exec(raw)?.[0] ?? ''} is stable.` });
  const body = request({ fields: { name: 'Marlowe Quillfeather', note: NOTE }, reidentify: true });
  const answer = (await fleet.invoke(restEvent(body), ALIASES.api)) as Http;
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toEqual({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  expect(JSON.parse(answer.body)).toMatchObject({
    kind: 'answered',
    text: expect.stringContaining('is stable.') as unknown,
  });
  const { lines, found } = await fleet.read();
  expect(lines.map(({ entry }) => entry.kind)).toEqual(['interaction', 're-identification']);
  expect(found).toEqual([]);
  const kept = JSON.stringify([
    fleet.log,
    fleet.bedrock.calls,
    fleet.s3.contentsOf(BUCKETS.ledger),
    fleet.s3.contentsOf(BUCKETS.bodies),
  ]);
  for (const value of PLANTED) expect(kept).not.toContain(value);
  expect(fleet.s3.keysOf('bodies').map((key) => key.split('/').at(-1))).toEqual(
    expect.arrayContaining(['body', 'reply', 'tokens']),
  );
  expect(fleet.log).toContain('"Namespace":"HipaaAi/Gateway"');
});

test('a direct call is answered as it is, and once', async () => {
  fleet.bedrock.behave = () => ({ say: 'Done.' });
  const body = request();
  const [first, second] = [
    await fleet.invoke(body, ALIASES.direct),
    await fleet.invoke(body, ALIASES.direct),
  ];
  expect(first).toMatchObject({ kind: 'answered', text: 'Done.' });
  expect(second).toEqual(first);
});

test('the function that streams writes status and headers, eight NUL bytes, and lines of JSON behind its record', async () => {
  fleet.bedrock.behave = () => ({ pieces: ['Slept well. ', 'Seen by Dr. Isolde Van', 'tongeren.'] });
  const told = await fleet.stream(restEvent(request({ stream: true })), ALIASES.api);
  const [prelude = '', body = ''] = told.split('\0'.repeat(8));
  expect(JSON.parse(prelude)).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const events = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ kind }) => kind)).toEqual(['opened', 'text', 'closed']);
  expect(body).not.toMatch(/Isolde|tongeren/u);
  const { lines } = await fleet.read();
  const ids = new Set(lines.map(({ id }) => id));
  expect(ids).toContain(events[0]?.['receipt']);
  expect(ids).toContain(events.at(-1)?.['receipt']);
});

test('a process that is told to end signs and closes what it wrote', async () => {
  const before = await fleet.read();
  const runtime = await fleet.launch();
  expect(await runtime.invoke({}, ALIASES.direct)).toMatchObject({
    response: { code: 'REQUEST_INVALID' },
  });
  expect(await fleet.read()).toMatchObject({ openRecords: before.openRecords + 1 });
  runtime.kill('SIGTERM');
  for (let waited = 0; runtime.alive && waited < 100; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await fleet.read()).toMatchObject({
    found: [],
    openRecords: before.openRecords,
    segmentsClosed: before.segmentsClosed + 1,
  });
  await fleet.bury(runtime);
});

test.each([
  ['no alias', undefined, request()],
  ['the alias of another door', ALIASES.balancer, request()],
  ['a REST event sent by a direct caller', ALIASES.direct, restEvent(request())],
])('%s: turned away, and recorded', async (_, alias, event) => {
  const before = (await fleet.read()).records;
  const calls = fleet.bedrock.calls.length;
  expect(JSON.stringify(await fleet.invoke(event, alias))).toContain('DOOR_UNKNOWN');
  expect((await fleet.read()).records).toBe(before + 1);
  expect(fleet.bedrock.calls).toHaveLength(calls);
});

test('a problem is sent as problem+json', async () => {
  const answer = (await fleet.invoke(
    restEvent({ ...request(), purpose: { of: 'payment' } }),
    ALIASES.api,
  )) as Http;
  expect(answer).toMatchObject({ statusCode: 403, headers: { 'content-type': 'application/problem+json' } });
});
