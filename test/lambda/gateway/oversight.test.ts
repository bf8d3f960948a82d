import { createStoredApprovals } from '../../../lambda/gateway/approvals/stored-approvals';
import { createStepFunctionsWorkflow } from '../../../lambda/gateway/approvals/step-functions-workflow';
import type { Gateway } from '../../../lambda/gateway/gateway';
import { createMemoryStore } from '../../../lambda/gateway/store/memory-store';
import {
  APPROVER,
  ask,
  CALLER,
  codeOf,
  manifest,
  openPlace,
  OTHER_ROLE,
  request,
  ROLE,
  type Place,
} from './gateway-place';

let place: Place;
let gateway: Gateway;
const watched = manifest({ requiresHumanApproval: true, approvers: [ROLE, OTHER_ROLE] });
beforeEach(async () => {
  place = await openPlace();
  place.bedrock.behave = () => ({ say: 'Stable overnight.' });
  gateway = place.gateway([watched]);
});
afterEach(async () => {
  await place.stop();
});

async function park(asked = request()): Promise<string> {
  const reply = await ask(gateway, asked);
  if (reply.kind !== 'parked') throw new Error(JSON.stringify(reply));
  expect(JSON.stringify(reply)).not.toContain('Stable');
  return reply.requestId;
}
const act = (requestId: string, what: string, caller = APPROVER) =>
  ask(gateway, { oversight: { requestId, act: what } }, caller);

test('an answer waits until a second person approves, and then leaves to who asked', async () => {
  const asked = request();
  const requestId = await park(asked);
  expect((await ask(gateway, asked)).kind).toBe('parked');
  expect(await act(requestId, 'review')).toMatchObject({ kind: 'reviewed', text: 'Stable overnight.' });
  expect(await act(requestId, 'approve')).toMatchObject({ kind: 'decided', decision: 'approved' });
  expect(await ask(gateway, asked)).toMatchObject({ kind: 'answered', requestId, text: 'Stable overnight.' });
  expect(place.bedrock.calls).toHaveLength(1);
  expect(place.ledger.kinds()).toEqual(['parked parked', 'review reviewed', 'approval approved']);
  expect(new Set(place.ledger.entries.map((entry) => entry.requestId))).toEqual(new Set([requestId]));
  expect(place.ledger.entries[2]?.caller.principal).toBe(OTHER_ROLE);
});

test('a rejected answer never leaves, and is decided on once', async () => {
  const asked = request();
  const requestId = await park(asked);
  expect(codeOf(await act(requestId, 'reject'))).toBe('decided');
  expect(codeOf(await ask(gateway, asked))).toBe('ANSWER_REJECTED');
  expect(codeOf(await act(requestId, 'approve'))).toBe('APPROVAL_DECIDED');
  expect(codeOf(await act(requestId, 'review'))).toBe('APPROVAL_DECIDED');
  expect(codeOf(await ask(gateway, asked))).toBe('ANSWER_REJECTED');
});

test('who asked decides nothing, though on the list, and neither does anybody who is not', async () => {
  const requestId = await park();
  expect(codeOf(await act(requestId, 'approve', CALLER))).toBe('APPROVER_REFUSED');
  expect(codeOf(await act(requestId, 'review', CALLER))).toBe('APPROVER_REFUSED');
  const stranger = { ...APPROVER, principal: 'x', grants: ['group:billing'] };
  expect(codeOf(await act(requestId, 'approve', stranger))).toBe('APPROVER_REFUSED');
  expect(place.ledger.kinds().slice(1)).toEqual(Array(3).fill('refusal APPROVER_REFUSED'));
});

test('nobody decides through the path of a use case, and everybody on the list does through that of decisions', async () => {
  const requestId = await park();
  const elsewhere = { ...APPROVER, onlyUseCase: watched.id };
  expect(codeOf(await act(requestId, 'review', elsewhere))).toBe('APPROVER_REFUSED');
  expect(codeOf(await act(requestId, 'approve', elsewhere))).toBe('APPROVER_REFUSED');
  expect(codeOf(await act(requestId, 'approve', { ...APPROVER, onlyOversight: true }))).toBe('decided');
});

test('an answer that nobody decided on in time is gone', async () => {
  const asked = request();
  const requestId = await park(asked);
  place.clock.time += 86_400_000 - 1;
  expect((await ask(gateway, asked)).kind).toBe('parked');
  place.clock.time += 1;
  expect(codeOf(await ask(gateway, asked))).toBe('APPROVAL_EXPIRED');
  expect(codeOf(await act(requestId, 'approve'))).toBe('APPROVAL_EXPIRED');
});

test('without a record no decision counts', async () => {
  const asked = request();
  const requestId = await park(asked);
  place.ledger.fails = () => true;
  expect(codeOf(await act(requestId, 'approve'))).toBe('LEDGER_UNAVAILABLE');
  place.ledger.fails = () => false;
  expect((await ask(gateway, asked)).kind).toBe('parked');
});

test('an id that nobody parked is told as one', async () => {
  expect(codeOf(await act('0a1b2c3d-1111-4222-8333-444455556666', 'approve'))).toBe('APPROVAL_UNKNOWN');
});

test('the workflow beside gets pointers, once, and the decision', async () => {
  const calls: unknown[] = [];
  const workflow = createStepFunctionsWorkflow({
    stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:approvals',
    calls: {
      startExecution: (input) => {
        calls.push(input);
        // as of an execution that was started before
        return Promise.reject(Object.assign(new Error('there'), { name: 'ExecutionAlreadyExists' }));
      },
      sendTaskSuccess: (input) => Promise.resolve(calls.push(input)),
    },
    now: () => place.clock.time,
    taskTokenOf: () => Promise.resolve('token-1'),
  });
  gateway = place.gateway([watched], {
    approvals: createStoredApprovals({ store: createMemoryStore(), workflow }),
  });
  const requestId = await park();
  expect(codeOf(await act(requestId, 'approve'))).toBe('decided');
  expect(calls).toEqual([
    {
      stateMachineArn: expect.any(String) as unknown,
      name: requestId,
      input: JSON.stringify({
        requestId,
        useCase: 'discharge-summary',
        expiresAt: new Date(place.clock.time + 86_400_000).toISOString(),
        waitSeconds: 86_400,
      }),
    },
    { taskToken: 'token-1', output: JSON.stringify({ requestId, decision: 'approved' }) },
  ]);
});

test('where the answer cannot wait the request is refused, and parks when it comes again', async () => {
  let down = true;
  const stored = createStoredApprovals({ store: createMemoryStore() });
  const approvals = {
    ...stored,
    park: (...given: Parameters<typeof stored.park>) =>
      down ? Promise.reject(new Error('x')) : stored.park(...given),
  };
  gateway = place.gateway([watched], { approvals });
  const asked = request();
  expect(codeOf(await ask(gateway, asked))).toBe('OVERSIGHT_UNAVAILABLE');
  down = false;
  expect((await ask(gateway, asked)).kind).toBe('parked');
  expect(place.bedrock.calls).toHaveLength(1);
});
