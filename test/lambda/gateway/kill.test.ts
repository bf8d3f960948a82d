import { ALIASES, gatewayAsset, GatewayFleet } from '../../support/gateway-asset';
import type { Outcome } from '../../support/lambda-runtime';
import { NOTE } from '../../support/redaction-asset-cases';
import { manifest, PROMPT, request } from './gateway-place';

// twenty seconds on two idle cores, half of them for claims to run out, and minutes for all 200 where others work
jest.setTimeout(1_800_000);

/** A life takes a second of a processor, most of it to start: all 200 are GATEWAY_KILLS=200. */
const KILLS = Number(process.env['GATEWAY_KILLS'] ?? 12);
/** Lives at a time, each with services of its own, so that it is known who calls them. */
const LANES = 2;
/** Requests of a life, at once: whole or streamed, so that records share objects. */
const REQUESTS = 2;
/**
 * A life ends at one of its first calls to S3: a cold one with two requests makes about 20. Each life of a lane draws from a
 * stretch of its own, so that a few of them are early and late ones, too.
 */
const CALLS = 20;
/** Long enough for a model to be asked, and short, as claims of the dead are held for it and five seconds. */
const TIMEOUT_MS = 6_000;
const LEASE_MS = TIMEOUT_MS + 5_000;

type Answer = Readonly<Record<string, unknown>>;

interface Asked {
  readonly body: Answer;
  readonly streams: boolean;
  readonly outcome: Outcome;
}

/** One life: what was asked of it, and what had left when it was killed. `turn`: 0 to 1, where among the calls. */
async function lifeIn(fleet: GatewayFleet, streams: boolean, turn: number): Promise<readonly Asked[]> {
  const runtime = await fleet.launch(streams);
  let left = 1 + Math.floor(turn * CALLS);
  // before the call is done, or after it and before anybody knows
  const how = Math.random() < 0.5 ? 'silence' : 'lost-answer';
  fleet.s3.fault = () => {
    left -= 1;
    if (left > 0) return undefined;
    runtime.kill();
    return how;
  };
  const asked = await Promise.all(
    Array.from({ length: REQUESTS }, async () => {
      const body = request({
        fields: { name: 'Marlowe Quillfeather', note: NOTE },
        ...(streams ? { stream: true } : {}),
        ...(Math.random() < 0.3 ? { reidentify: true } : {}),
      });
      return { body, streams, outcome: await runtime.invoke(body, ALIASES.direct) };
    }),
  );
  // who got through all of it dies idle
  fleet.s3.fault = () => undefined;
  await fleet.bury(runtime);
  return asked;
}

/** Receipts that left with what left, and the id of the request where all of an answer did. */
function leftOf({ outcome, streams }: Asked): { receipts: unknown[]; requestId: unknown } {
  if (!streams) {
    const answer = ('response' in outcome ? outcome.response : {}) as Answer;
    return { receipts: 'receipt' in answer ? [answer['receipt']] : [], requestId: answer['requestId'] };
  }
  const text = 'response' in outcome ? String(outcome.response) : (outcome.left ?? '');
  if (text === '') return { receipts: [], requestId: undefined };
  // the last line may have left in part; the first one is that of the record
  const lines = text.split('\n').slice(0, -1);
  const events = lines.map((line) => JSON.parse(line) as Answer);
  const receipts = [events[0]?.['receipt'], ...events.slice(1).flatMap((each) => each['receipt'] ?? [])];
  return { receipts, requestId: events.find(({ kind }) => kind === 'closed')?.['requestId'] };
}

async function lane(fleet: GatewayFleet, kills: number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (let life = 0; life < kills; life += 1)
    asked.push(...(await lifeIn(fleet, life % 2 === 1, (life + Math.random()) / kills)));
  return asked;
}

async function expectWhole(fleet: GatewayFleet): Promise<void> {
  const asked = await lane(fleet, KILLS / LANES);
  const { found, lines } = await fleet.read();
  expect(found).toEqual([]);
  const ids = new Set<unknown>(lines.map(({ id }) => id));
  const left = asked.map(leftOf);
  expect(left.flatMap(({ receipts }) => receipts).filter((receipt) => !ids.has(receipt))).toEqual([]);
  // some lives end before anything has left, and some after
  const some = left.length / 20;
  expect(left.filter(({ receipts }) => receipts.length > 0).length).toBeGreaterThan(some);
  expect(left.filter(({ receipts }) => receipts.length === 0).length).toBeGreaterThan(some);

  // no claim blocks for ever: whoever asks again once the dead are surely dead is answered, and once
  await new Promise((resolve) => setTimeout(resolve, LEASE_MS));
  const [runtime, streaming] = [await fleet.launch(), await fleet.launch(true)];
  for (const [at, { body, streams }] of asked.entries()) {
    const outcome = await (streams ? streaming : runtime).invoke(body, ALIASES.direct);
    const told = 'response' in outcome ? outcome.response : undefined;
    const last = streams ? (JSON.parse(String(told).trim().split('\n').at(-1) ?? '') as Answer) : told;
    expect(last).toMatchObject({ kind: expect.stringMatching(/^(?:answered|closed)$/u) as unknown });
    const { requestId } = left[at] ?? {};
    if (requestId !== undefined) expect(last).toMatchObject({ requestId });
  }
  await Promise.all([fleet.bury(runtime), fleet.bury(streaming)]);

  // what was sealed by the dead is recorded under the id that it has, and nothing is answered by two
  const answers = new Map<string, Set<string>>();
  const after = await fleet.read();
  for (const { entry } of after.lines) {
    const key = entry.idempotency?.hmac;
    if (entry.kind === 'interaction' && key !== undefined)
      answers.set(key, (answers.get(key) ?? new Set()).add(entry.requestId));
  }
  expect(answers.size).toBe(asked.length);
  expect([...answers.values()].filter(({ size }) => size > 1)).toEqual([]);

  // the sealer closes what each of them left open
  await fleet.ledger.seal(0);
  expect(await fleet.read()).toMatchObject({ found: [], openRecords: 0 });
}

test(`${KILLS} gateways are killed at work: every answer that left has its record, all verify, and no claim stays`, async () => {
  const asset = gatewayAsset({ 'summary:3': PROMPT });
  const props = {
    asset,
    useCases: [manifest()],
    sandboxes: 0,
    runtime: { concurrency: REQUESTS, timeoutMs: TIMEOUT_MS },
  };
  const fleets = await Promise.all(Array.from({ length: LANES }, () => GatewayFleet.start(props)));
  try {
    await Promise.all(fleets.map(expectWhole));
  } finally {
    await Promise.all(fleets.map((fleet) => fleet.stop()));
  }
});
