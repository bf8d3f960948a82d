import { ALIASES, BUCKETS, gatewayAsset, GatewayFleet, restEvent } from '../../support/gateway-asset';
import { failure } from '../../support/loopback-step-functions';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';
import { manifest, OTHER_ROLE, PROMPT, request } from './gateway-place';

jest.setTimeout(60_000);

const SAID = 'Stable overnight, says the invented model.';
const DAY_SECONDS = 86_400;

let fleet: GatewayFleet;
beforeAll(async () => {
  fleet = await GatewayFleet.start({
    asset: gatewayAsset({ 'summary:3': PROMPT }),
    useCases: [manifest({ requiresHumanApproval: true, approvers: [OTHER_ROLE] })],
    oversight: true,
  });
  fleet.bedrock.behave = () => ({ say: SAID });
});
beforeEach(() => {
  fleet.stepFunctions.fault = () => undefined;
  fleet.stepFunctions.losesAnswers = false;
  fleet.stepFunctions.leavesTokens = true;
});
afterAll(async () => {
  await fleet.stop();
});

interface Http {
  readonly statusCode: number;
  readonly body: string;
}
type Body = Readonly<Record<string, unknown>>;

async function send(body: object, role?: string): Promise<Body> {
  const { statusCode, body: text } = (await fleet.invoke(restEvent(body, role), ALIASES.api)) as Http;
  return { statusCode, ...(JSON.parse(text) as Body) };
}
const asked = (): Record<string, unknown> =>
  request({ fields: { name: 'Marlowe Quillfeather', note: NOTE }, reidentify: true });
const act = (requestId: string, what: string): Promise<Body> =>
  send({ oversight: { requestId, act: what } }, 'charge-nurse');
const executionOf = (requestId: string) => {
  const found = fleet.stepFunctions.executions.get(requestId);
  if (found === undefined) throw new Error('no execution');
  return found;
};
async function park(body = asked()): Promise<string> {
  const reply = await send(body);
  expect(reply).toMatchObject({ statusCode: 202, kind: 'parked' });
  return String(reply['requestId']);
}
const recordsOf = async (requestId: string): Promise<readonly string[]> =>
  (await fleet.read()).lines.flatMap(({ entry }) => (entry.requestId === requestId ? [entry.kind] : []));

test('an answer is put before people by pointers, and who approves it ends the wait', async () => {
  const body = asked();
  const reply = await send(body);
  const requestId = String(reply['requestId']);
  expect(JSON.stringify(reply)).not.toContain('Stable');
  const input = JSON.parse(executionOf(requestId).input) as Body;
  expect(input).toEqual({
    requestId,
    useCase: 'discharge-summary',
    expiresAt: reply['expiresAt'],
    waitSeconds: expect.any(Number) as unknown,
  });
  expect(input['waitSeconds']).toBeLessThanOrEqual(DAY_SECONDS);
  expect(input['waitSeconds']).toBeGreaterThan(DAY_SECONDS - 60);
  expect(await act(requestId, 'review')).toMatchObject({ kind: 'reviewed', text: SAID });
  expect(executionOf(requestId).output).toBeUndefined();
  const decided = await act(requestId, 'approve');
  expect(decided).toMatchObject({ statusCode: 200, kind: 'decided', decision: 'approved' });
  expect(decided).not.toHaveProperty('workflow');
  expect(executionOf(requestId).output).toBe(JSON.stringify({ requestId, decision: 'approved' }));
  expect(await send(body)).toMatchObject({ kind: 'answered', requestId, text: SAID });
  expect(await recordsOf(requestId)).toEqual(expect.arrayContaining(['parked', 'review', 'approval']));
});

test('who rejects it ends the wait, and the answer never leaves', async () => {
  const body = asked();
  const requestId = await park(body);
  expect(await act(requestId, 'reject')).toMatchObject({ decision: 'rejected' });
  expect(executionOf(requestId).output).toBe(JSON.stringify({ requestId, decision: 'rejected' }));
  expect(await send(body)).toMatchObject({ statusCode: 403, code: 'ANSWER_REJECTED' });
});

test.each([
  ['throttles', () => failure('ThrottlingException')],
  ['fails', () => failure('InternalServerError', 500)],
  ['refuses', () => failure('AccessDeniedException')],
  ['hangs up', () => 'hang-up' as const],
])(
  'while StartExecution %s the answer is promised to nobody, kept, and put before people later',
  async (_, how) => {
    const calls = fleet.bedrock.calls.length;
    fleet.stepFunctions.fault = (operation) => (operation === 'StartExecution' ? how() : undefined);
    const body = asked();
    expect(await send(body)).toMatchObject({ statusCode: 503, code: 'OVERSIGHT_UNAVAILABLE' });
    const before = fleet.stepFunctions.executions.size;
    fleet.stepFunctions.fault = () => undefined;
    const requestId = await park(body);
    expect(fleet.stepFunctions.executions.size).toBe(before + 1);
    expect(await act(requestId, 'approve')).toMatchObject({ decision: 'approved' });
    expect(await send(body)).toMatchObject({ kind: 'answered', text: SAID });
    // what was answered is not asked again
    expect(fleet.bedrock.calls).toHaveLength(calls + 1);
  },
);

test('an execution whose start was not heard of is one, and is found when the request comes again', async () => {
  fleet.stepFunctions.losesAnswers = true;
  const body = asked();
  const before = fleet.stepFunctions.executions.size;
  expect(await send(body)).toMatchObject({ code: 'OVERSIGHT_UNAVAILABLE' });
  fleet.stepFunctions.losesAnswers = false;
  await park(body);
  expect(fleet.stepFunctions.executions.size).toBe(before + 1);
});

test.each([
  ['throttles', () => failure('ThrottlingException')],
  ['fails', () => failure('InternalServerError', 500)],
  ['hangs up', () => 'hang-up' as const],
])('while SendTaskSuccess %s the decision stands, and a repetition ends the wait', async (_, how) => {
  const body = asked();
  const requestId = await park(body);
  fleet.stepFunctions.fault = (operation) => (operation === 'SendTaskSuccess' ? how() : undefined);
  expect(await act(requestId, 'approve')).toMatchObject({
    statusCode: 200,
    decision: 'approved',
    workflow: 'not-told',
  });
  expect(executionOf(requestId).output).toBeUndefined();
  expect(await send(body)).toMatchObject({ kind: 'answered', text: SAID });
  expect(await act(requestId, 'approve')).toMatchObject({ statusCode: 409, code: 'APPROVAL_DECIDED' });
  fleet.stepFunctions.fault = () => undefined;
  // another decision changes nothing: what is told is the one that stands
  expect(await act(requestId, 'reject')).toMatchObject({ statusCode: 409, code: 'APPROVAL_DECIDED' });
  expect(executionOf(requestId).output).toBe(JSON.stringify({ requestId, decision: 'approved' }));
  const told = fleet.stepFunctions.calls.length;
  await act(requestId, 'review');
  expect(fleet.stepFunctions.calls).toHaveLength(told);
});

test('a decision that comes before the token stands, and is told when the token is there', async () => {
  fleet.stepFunctions.leavesTokens = false;
  const requestId = await park();
  expect(await act(requestId, 'reject')).toMatchObject({ decision: 'rejected', workflow: 'not-told' });
  fleet.stepFunctions.leave(requestId);
  expect(await act(requestId, 'review')).toMatchObject({ code: 'APPROVAL_DECIDED' });
  expect(executionOf(requestId).output).toBe(JSON.stringify({ requestId, decision: 'rejected' }));
});

test('a decision of which a wait that is over cannot hear stands, and is not told again', async () => {
  const requestId = await park();
  fleet.stepFunctions.expire(requestId);
  const decided = await act(requestId, 'approve');
  expect(decided).toMatchObject({ decision: 'approved' });
  expect(decided).not.toHaveProperty('workflow');
});

test('an answer lost after the task was told is told as done when it is repeated', async () => {
  const requestId = await park();
  fleet.stepFunctions.losesAnswers = true;
  expect(await act(requestId, 'approve')).toMatchObject({ workflow: 'not-told' });
  fleet.stepFunctions.losesAnswers = false;
  expect(await act(requestId, 'approve')).toMatchObject({ code: 'APPROVAL_DECIDED' });
  const told = fleet.stepFunctions.calls.length;
  await act(requestId, 'approve');
  expect(fleet.stepFunctions.calls).toHaveLength(told);
});

test('no call of Step Functions, log, metric or record holds what was planted or answered, or who asked', async () => {
  const { calls } = fleet.stepFunctions;
  expect(calls.length).toBeGreaterThan(20);
  const state = fleet.s3.keysOf(BUCKETS.bodies).filter((key) => key.startsWith('state/'));
  expect(state.some((key) => key.startsWith('state/token:'))).toBe(true);
  const told = calls.join('\n');
  for (const value of [...PLANTED, 'Stable', 'subj-7f3a', ':role/']) expect(told).not.toContain(value);
  const { found } = await fleet.read();
  expect(found).toEqual([]);
  const kept = [fleet.log, fleet.s3.contentsOf(BUCKETS.ledger), fleet.s3.contentsOf(BUCKETS.bodies)].join(
    '\n',
  );
  for (const value of [...PLANTED, 'Stable overnight']) expect(kept).not.toContain(value);
  // tokens let somebody end a wait: nothing of ours prints one
  for (const { token } of fleet.stepFunctions.executions.values()) expect(fleet.log).not.toContain(token);
});
