import * as fc from 'fast-check';
import type { Behaviour, RuntimeCall } from '../../support/loopback-bedrock-runtime';
import { PLANTED, type Planted } from '../../support/planted';
import { CALL, CALLER, openPlace, request, type Place } from './gateway-place';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(async () => {
  await place.stop();
});

/** What a model does that means no good; `injected` is an identifier that nobody sent it. */
const MISBEHAVIOURS: readonly ((call: RuntimeCall, injected: string) => Behaviour)[] = [
  (_, injected) => ({ say: `Chart. ${injected}.\n` }),
  (_, injected) => ({ pieces: `Chart. ${injected}.\nLungs clear and no acute distress.\n`.split('') }),
  (_, injected) => ({ exception: 'ValidationException', status: 400, quoting: injected }),
  (_, injected) => ({ exception: 'ThrottlingException', status: 429, quoting: injected }),
  (_, injected) => ({
    content: [{ toolUse: { toolUseId: 't1', name: 'find', input: { injected } } }],
    stop: 'tool_use',
  }),
  (_, injected) => ({ pieces: [`Chart. ${injected}`], breaks: true }),
  (_, injected) => ({ say: injected, stop: 'guardrail_intervened' }),
  ({ raw }) => ({ say: raw.slice(0, 4000) }),
];

const JSON_VALUE = (value: string): string => JSON.stringify(value).slice(1, -1);
/** Tokens and ids are random and may hold any short run of signs. */
const withoutRandom = (text: string): string =>
  text
    .replaceAll(/\[[A-Z_0-9]+:[\w-]+\]/gu, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|untrusted-[\w-]+|"Timestamp":\d+/gu, '');

test('none of what is planted in a request, or made up by a model, is in a call, a record, a log line, a metric or an error', async () => {
  const planted = fc.oneof(...PLANTED);
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(planted, planted, planted),
      planted,
      fc.constantFrom(...MISBEHAVIOURS),
      fc.boolean(),
      async (given, injected, misbehave, stream) => {
        const { bedrock, ledger, log } = place;
        bedrock.calls.length = ledger.entries.length = log.length = 0;
        bedrock.behave = (call) => {
          const behaviour = misbehave(call, injected.phrase);
          // a stream has pieces only
          return stream && typeof behaviour === 'object' && 'content' in behaviour
            ? { say: injected.phrase }
            : behaviour;
        };
        const [field, odd, document] = given;
        const body = request({
          stream,
          fields: {
            note: `Chart. ${field.phrase}.\n`,
            [`x_${odd.category}`]: odd.phrase,
            name: 'Ana Rivera',
          },
          untrusted: [{ text: `Letter. ${document.phrase}.\n` }],
        });
        const events: unknown[] = [];
        for await (const event of place.gateway().answerStream(CALLER, { json: body }, CALL))
          events.push(event);
        expect(ledger.entries.length).toBeGreaterThan(0);
        const kept = { calls: bedrock.calls.map(({ raw }) => raw), entries: ledger.entries, log };
        const told = withoutRandom(JSON.stringify([kept, events]));
        const all: readonly Planted[] = [...given, injected];
        // two digits stand in any time of day
        for (const { value, phrase } of all)
          expect(told).not.toContain(JSON_VALUE(value.length < 4 ? phrase : value));
      },
    ),
    { numRuns: Number(process.env['SLOW'] ?? 0) > 0 ? 500 : 60 },
  );
}, 120_000);

test('a request that is odd leaves nothing of it in a record or a problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(...PLANTED), fc.jsonValue(), async ({ phrase, value }, odd) => {
      place.ledger.entries.length = place.log.length = 0;
      const bodies = [
        phrase,
        JSON.stringify({ [phrase]: odd }),
        JSON.stringify({ ...request(), useCase: phrase }),
        JSON.stringify([phrase]),
      ];
      for (const body of bodies) {
        const reply = await place.gateway().answer(CALLER, body, CALL);
        const told = withoutRandom(JSON.stringify([reply, place.ledger.entries, place.log]));
        expect(reply.kind).toBe('refused');
        if (value.length > 4) expect(told).not.toContain(JSON_VALUE(value));
      }
      expect(place.ledger.entries).toHaveLength(bodies.length);
    }),
    { numRuns: 40 },
  );
});
