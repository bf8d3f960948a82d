import type { StreamEvent } from '../../../lambda/gateway/answer-stream';
import type { Gateway } from '../../../lambda/gateway/gateway';
import { ask, answered, CALL, CALLER, openPlace, request, type Place } from './gateway-place';

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(async () => {
  await place.stop();
});

const PROSE =
  'The patient slept well and ate some breakfast, with no acute distress through the whole of the night. ';
const open = (gateway: Gateway, body: unknown, remaining = CALL.remaining) =>
  gateway.answerStream(CALLER, { json: body }, { remaining });

async function all(events: AsyncIterable<StreamEvent>): Promise<StreamEvent[]> {
  const read: StreamEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

const textOf = (events: readonly StreamEvent[]): string =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
const kindsOf = (events: readonly StreamEvent[]): readonly string[] => [
  ...new Set(events.map(({ kind }) => kind)),
];

test('an answer leaves in pieces behind its opening record, and ends with the record of all of it', async () => {
  place.bedrock.behave = ({ raw }) => {
    const [token = ''] = /\[NAME:[\w-]+\]/u.exec(raw) ?? [];
    return { pieces: `${PROSE}${token} is stable. ${PROSE}`.match(/.{1,5}/gsu) ?? [] };
  };
  const read: StreamEvent[] = [];
  for await (const event of open(place.gateway(), request({ stream: true, reidentify: true }))) {
    // the record was there before
    if (read.length === 0)
      expect(place.ledger.kinds()).toEqual(['opened opened', 're-identification restored']);
    read.push(event);
  }
  expect(kindsOf(read)).toEqual(['opened', 'text', 'closed']);
  expect(read.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(5);
  expect(textOf(read)).toBe(`${PROSE}Marlowe Quillfeather is stable. ${PROSE}`);
  expect(place.ledger.kinds()).toEqual([
    'opened opened',
    're-identification restored',
    'interaction answered',
  ]);
  const [opening, , closing] = place.ledger.entries;
  expect(closing?.requestId).toBe(opening?.requestId);
  expect(opening?.body?.key).toMatch(/\/prompt$/u);
  expect(closing).toMatchObject({
    tokens: { input: 11, output: 7 },
    stream: { firstTextCharacters: expect.any(Number) as unknown },
  });
  expect(closing?.stream?.firstTextCharacters).toBeLessThan(PROSE.length + 45);
  expect(JSON.stringify([place.ledger.entries, place.log, place.bedrock.calls])).not.toMatch(
    /Quill|Marlowe/u,
  );
});

test('an identifier that the model splits over pieces does not leave', async () => {
  const text = `${PROSE}Dr. Isolde Vantongeren, SSN 512-45-7788, called. ${PROSE}`;
  place.bedrock.behave = () => ({ pieces: text.split('') });
  const read = await all(open(place.gateway(), request({ stream: true })));
  expect(textOf(read)).not.toMatch(/Isolde|Vantongeren|512/u);
  expect(place.ledger.entries.at(-1)?.output).toMatchObject({ leaks: 2 });
});

test('without a record nothing leaves', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE] });
  place.ledger.fails = ({ kind }) => kind === 'opened';
  const read = await all(open(place.gateway(), request({ stream: true })));
  expect(read).toMatchObject([
    { kind: 'reply', reply: { kind: 'refused', problem: { code: 'LEDGER_UNAVAILABLE' } } },
  ]);
});

test('an answer whose closing record fails is broken, and its opening one stands', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE] });
  place.ledger.fails = ({ kind }) => kind !== 'opened';
  const read = await all(open(place.gateway(), request({ stream: true })));
  expect(read.at(-1)).toMatchObject({ kind: 'broken', reply: { problem: { code: 'LEDGER_UNAVAILABLE' } } });
  expect(place.ledger.kinds()).toEqual(['opened opened']);
});

test('a model that dies in between: what left is on record, and so is that it broke off', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE], breaks: true });
  const read = await all(open(place.gateway(), request({ stream: true })));
  expect(kindsOf(read)).toEqual(['opened', 'text', 'broken']);
  expect(place.ledger.kinds()).toEqual(['opened opened', 'refusal MODEL_FAILED']);
  expect(new Set(place.ledger.entries.map(({ requestId }) => requestId)).size).toBe(1);
});

test('a model that falls silent in between is left while there is time to record it', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE], stalls: true });
  const read = await all(open(place.gateway(), request({ stream: true }), () => 3_300));
  expect(kindsOf(read)).toEqual(['opened', 'text', 'broken']);
  expect(place.ledger.kinds()).toEqual(['opened opened', 'refusal MODEL_TIMED_OUT']);
});

test('a model that fails before it says anything is asked again, and a refusal has its status', async () => {
  let asked = 0;
  place.bedrock.behave = () =>
    asked++ === 0 ? { exception: 'ThrottlingException', status: 429 } : { pieces: [PROSE] };
  expect(kindsOf(await all(open(place.gateway(), request({ stream: true }))))).toEqual([
    'opened',
    'text',
    'closed',
  ]);
  place.bedrock.behave = () => ({ exception: 'ThrottlingException', status: 429 });
  expect(await all(open(place.gateway(), request({ stream: true })))).toMatchObject([
    { kind: 'reply', reply: { problem: { code: 'MODEL_THROTTLED' } } },
  ]);
});

test('a caller that goes away is on record', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE, PROSE, PROSE] });
  for await (const { kind } of open(place.gateway(), request({ stream: true }))) if (kind === 'text') break;
  expect(place.ledger.kinds()).toEqual(['opened opened', 'refusal STREAM_ABANDONED']);
});

test('a guardrail that blocks in the end breaks the answer', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE], stop: 'guardrail_intervened' });
  const gateway = place.gateway(undefined, { guardrail: { id: 'gr1', version: '3' } });
  const read = await all(open(gateway, request({ stream: true })));
  expect(read.at(-1)).toMatchObject({ kind: 'broken', reply: { problem: { code: 'GUARDRAIL_BLOCKED' } } });
  expect(place.bedrock.calls[0]?.body).toMatchObject({ guardrailConfig: { streamProcessingMode: 'sync' } });
});

test('the same request is streamed once; then it is given whole', async () => {
  place.bedrock.behave = () => ({ pieces: [PROSE, PROSE] });
  const gateway = place.gateway();
  const asked = request({ stream: true });
  const first = await all(open(gateway, asked));
  expect(await all(open(gateway, asked))).toMatchObject([
    { kind: 'reply', reply: { kind: 'answered', text: textOf(first) } },
  ]);
  expect(place.bedrock.calls).toHaveLength(1);
  expect(place.ledger.entries).toHaveLength(2);
});

test('a request that does not ask for a stream gets a whole reply, and a whole answer may be asked of a stream', async () => {
  place.bedrock.behave = () => ({ say: 'Done.' });
  expect(await all(open(place.gateway(), request()))).toMatchObject([
    { kind: 'reply', reply: { kind: 'answered', text: 'Done.' } },
  ]);
  expect(answered(await ask(place.gateway(), request({ stream: true }))).text).toBe('Done.');
});
