import { lifecycleEvent, linesOf, messageOf, startSetting } from '../../support/account-setting-asset';
import type { LambdaRuntime } from '../../support/lambda-runtime';
import { LoopbackBedrock } from '../../support/loopback-bedrock';
import { ARN, asked, enforced, guardrail, OTHER_ARN, OTHERS } from './enforcements';

jest.setTimeout(60_000);

let bedrock: LoopbackBedrock;
let runtime: LambdaRuntime;
beforeEach(async () => {
  bedrock = await LoopbackBedrock.start();
  bedrock.guardrails.set(`${ARN} 3`, guardrail());
  bedrock.guardrails.set(`${ARN} 4`, guardrail({ version: '4' }));
  runtime = await startSetting('enforced-guardrail', bedrock);
});
afterEach(async () => {
  await runtime.stop();
  await bedrock.stop();
});

const DONE = { response: { PhysicalResourceId: 'Invented/Setting' } };
const said = 'string,number';
const event = 'enforced-guardrail';
const enforce = (...configurations: readonly object[]) => bedrock.enforced.set('us-east-1', configurations);

test('a guardrail of a numbered version is clear where nothing is enforced; nothing is written', async () => {
  expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
  expect(bedrock.requests).toEqual([
    'ListEnforcedGuardrailsConfiguration us-east-1',
    'GetGuardrail us-east-1',
  ]);
  expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: 'CLEAR', drifted: 0, said }]);
  for (const name of [ARN, 'secret-signature']) expect(runtime.log).not.toContain(name);
});

test('what somebody else enforces fails the deployment, by name', async () => {
  enforce(OTHERS);
  expect(messageOf(await runtime.invoke(lifecycleEvent('Create', asked())))).toBe(
    `OTHER_OWNER: this account and Region already enforce ${OTHER_ARN}:3 (configuration theirs01); there is one configuration: remove that one, leave this one out, or import it into this stack by its id`,
  );
  expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: 'OTHER_OWNER', said }]);
});

test('what somebody enforced by hand fails it too, though the guardrail is the same', async () => {
  enforce(enforced());
  expect(messageOf(await runtime.invoke(lifecycleEvent('Create', asked())))).toContain('OTHER_OWNER');
});

test('a later page of what is enforced is read as well', async () => {
  enforce(enforced(), OTHERS);
  const update = lifecycleEvent('Update', asked(), { OldResourceProperties: asked() });
  expect(messageOf(await runtime.invoke(update))).toContain('theirs01');
});

test('an update to the next version is clear beside what this stack enforces, and so is its rollback', async () => {
  enforce(enforced());
  const next = asked({ GuardrailVersion: '4' });
  const update = lifecycleEvent('Update', next, { OldResourceProperties: asked() });
  expect(await runtime.invoke(update)).toEqual(DONE);
  const rollback = lifecycleEvent('Update', asked(), { OldResourceProperties: next });
  expect(await runtime.invoke(rollback)).toEqual(DONE);
});

test('an update from another guardrail of the stack is clear beside the one that still is enforced', async () => {
  enforce(OTHERS);
  const update = lifecycleEvent('Update', asked(), {
    OldResourceProperties: asked({ GuardrailArn: OTHER_ARN }),
  });
  expect(await runtime.invoke(update)).toEqual(DONE);
});

test('a version that becomes ready is waited for', async () => {
  bedrock.guardrails.delete(`${ARN} 3`);
  let looks = 0;
  bedrock.fault = ({ operation }) => {
    if (operation === 'GetGuardrail' && (looks += 1) === 2) bedrock.guardrails.set(`${ARN} 3`, guardrail());
    return undefined;
  };
  expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
  expect(looks).toBe(2);
});

test('a draft is refused without a call', async () => {
  const draft = lifecycleEvent('Create', asked({ GuardrailVersion: 'DRAFT' }));
  expect(messageOf(await runtime.invoke(draft))).toContain('INVALID_EVENT');
  expect(bedrock.requests).toEqual([]);
});

test('what is throttled for a while is tried again', async () => {
  let refused = 0;
  bedrock.fault = () => (refused++ < 2 ? { status: 429, exception: 'ThrottlingException' } : undefined);
  expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
});

test.each([
  [
    'the list',
    'ListEnforcedGuardrailsConfiguration',
    { status: 403, exception: 'AccessDeniedException' },
    'ACCESS_DENIED',
  ],
  ['the guardrail', 'GetGuardrail', { status: 403, exception: 'AccessDeniedException' }, 'ACCESS_DENIED'],
  [
    'the list for ever',
    'ListEnforcedGuardrailsConfiguration',
    { status: 429, exception: 'ThrottlingException' },
    'THROTTLED',
  ],
  ['the guardrail for ever', 'GetGuardrail', { status: 500, exception: 'InternalServerException' }, 'FAILED'],
] as const)(
  '%s cannot be read: the deployment fails, and repeats nothing of the service',
  async (_, operation, fault, code) => {
    bedrock.fault = (request) => (request.operation === operation ? fault : undefined);
    const message = messageOf(await runtime.invoke(lifecycleEvent('Create', asked())));
    expect(message).toContain(`${code}: bedrock:${operation}`);
    expect(`${message}${runtime.log}`).not.toContain('QUILLFEATHER');
    expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: code, said }]);
  },
);

test('a resource that goes changes nothing, without a call', async () => {
  enforce(enforced());
  expect(await runtime.invoke(lifecycleEvent('Delete', asked()))).toEqual(DONE);
  expect(bedrock.requests).toEqual([]);
});

test('a look finds the guardrail enforced, changed, replaced, or gone', async () => {
  const selective = { system: 'COMPREHENSIVE', messages: 'SELECTIVE' };
  const some = { includedModels: ['amazon.nova-lite-v1:0'], excludedModels: [] };
  const lessOne = { includedModels: ['ALL'], excludedModels: ['amazon.nova-lite-v1:0'] };
  for (const there of [
    [enforced()],
    [enforced({ guardrailVersion: '2' })],
    [enforced({ selectiveContentGuarding: selective })],
    [enforced({ selectiveContentGuarding: undefined })],
    [enforced({ modelEnforcement: some })],
    [enforced({ modelEnforcement: lessOne })],
    [OTHERS],
    [],
  ]) {
    enforce(...there);
    expect(await runtime.invoke({ check: asked() })).toEqual({ response: {} });
  }
  expect(linesOf(runtime).map((line) => (line as { outcome: string }).outcome)).toEqual([
    'IN_PLACE',
    'DRIFTED',
    'DRIFTED',
    'DRIFTED',
    'DRIFTED',
    'DRIFTED',
    'OTHER_CONFIGURATION',
    'NOT_ENFORCED',
  ]);
});

test('a look knows the models that were left out, in any order', async () => {
  const excludedModels = ['cohere.embed-v4:0', 'amazon.titan-embed-text-v2:0'];
  enforce(enforced({ modelEnforcement: { includedModels: ['ALL'], excludedModels } }));
  const properties = asked({ ExcludedModels: excludedModels.toReversed() });
  await runtime.invoke({ check: properties });
  expect(linesOf(runtime)).toEqual([{ event, request: 'Check', outcome: 'IN_PLACE', drifted: 0, said }]);
});
