import {
  lifecycleEvent,
  linesOf,
  messageOf,
  withSetting,
  type SettingAsset,
} from '../../support/account-setting-asset';
import type { LoopbackBedrock } from '../../support/loopback-bedrock';
import { ARN, asked, enforced, guardrail, OTHER_ARN, OTHERS } from './enforcements';

jest.setTimeout(60_000);

/** The account has versions 3 and 4 of the guardrail. */
function withGuardrail<Row extends readonly unknown[]>(
  body: (asset: SettingAsset, ...row: Row) => Promise<void>,
): (...row: Row) => Promise<void> {
  return withSetting<Row>('enforced-guardrail', (asset, ...row) => {
    asset.bedrock.guardrails.set(`${ARN} 3`, guardrail());
    asset.bedrock.guardrails.set(`${ARN} 4`, guardrail({ version: '4' }));
    return body(asset, ...row);
  });
}

const DONE = { response: { PhysicalResourceId: 'Invented/Setting' } };
const said = 'string,number';
const event = 'enforced-guardrail';
const enforce = (bedrock: LoopbackBedrock, ...configurations: readonly object[]) =>
  bedrock.enforced.set('us-east-1', configurations);

test.concurrent(
  'a guardrail of a numbered version is clear where nothing is enforced; nothing is written',
  withGuardrail(async ({ bedrock, runtime }) => {
    expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
    expect(bedrock.requests).toEqual([
      'ListEnforcedGuardrailsConfiguration us-east-1',
      'GetGuardrail us-east-1',
    ]);
    expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: 'CLEAR', drifted: 0, said }]);
    for (const name of [ARN, 'secret-signature']) expect(runtime.log).not.toContain(name);
  }),
);

test.concurrent(
  'what somebody else enforces fails the deployment, by name',
  withGuardrail(async ({ bedrock, runtime }) => {
    enforce(bedrock, OTHERS);
    expect(messageOf(await runtime.invoke(lifecycleEvent('Create', asked())))).toBe(
      `OTHER_OWNER: this account and Region already enforce ${OTHER_ARN}:3 (configuration theirs01); there is one configuration: remove that one, leave this one out, or import it into this stack by its id`,
    );
    expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: 'OTHER_OWNER', said }]);
  }),
);

test.concurrent(
  'what somebody enforced by hand fails it too, though the guardrail is the same',
  withGuardrail(async ({ bedrock, runtime }) => {
    enforce(bedrock, enforced());
    expect(messageOf(await runtime.invoke(lifecycleEvent('Create', asked())))).toContain('OTHER_OWNER');
  }),
);

test.concurrent(
  'a later page of what is enforced is read as well',
  withGuardrail(async ({ bedrock, runtime }) => {
    enforce(bedrock, enforced(), OTHERS);
    const update = lifecycleEvent('Update', asked(), { OldResourceProperties: asked() });
    expect(messageOf(await runtime.invoke(update))).toContain('theirs01');
  }),
);

test.concurrent(
  'an update to the next version is clear beside what this stack enforces, and so is its rollback',
  withGuardrail(async ({ bedrock, runtime }) => {
    enforce(bedrock, enforced());
    const next = asked({ GuardrailVersion: '4' });
    const update = lifecycleEvent('Update', next, { OldResourceProperties: asked() });
    expect(await runtime.invoke(update)).toEqual(DONE);
    const rollback = lifecycleEvent('Update', asked(), { OldResourceProperties: next });
    expect(await runtime.invoke(rollback)).toEqual(DONE);
  }),
);

test.concurrent(
  'an update from another guardrail of the stack is clear beside the one that still is enforced',
  withGuardrail(async ({ bedrock, runtime }) => {
    enforce(bedrock, OTHERS);
    const update = lifecycleEvent('Update', asked(), {
      OldResourceProperties: asked({ GuardrailArn: OTHER_ARN }),
    });
    expect(await runtime.invoke(update)).toEqual(DONE);
  }),
);

test.concurrent(
  'a version that becomes ready is waited for',
  withGuardrail(async ({ bedrock, runtime }) => {
    bedrock.guardrails.delete(`${ARN} 3`);
    let looks = 0;
    bedrock.fault = ({ operation }) => {
      if (operation === 'GetGuardrail' && (looks += 1) === 2) bedrock.guardrails.set(`${ARN} 3`, guardrail());
      return undefined;
    };
    expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
    expect(looks).toBe(2);
  }),
);

test.concurrent(
  'a draft is refused without a call',
  withGuardrail(async ({ bedrock, runtime }) => {
    const draft = lifecycleEvent('Create', asked({ GuardrailVersion: 'DRAFT' }));
    expect(messageOf(await runtime.invoke(draft))).toContain('INVALID_EVENT');
    expect(bedrock.requests).toEqual([]);
  }),
);

test.concurrent(
  'what is throttled for a while is tried again',
  withGuardrail(async ({ bedrock, runtime }) => {
    let refused = 0;
    bedrock.fault = () => (refused++ < 2 ? { status: 429, exception: 'ThrottlingException' } : undefined);
    expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
  }),
);

test.concurrent.each([
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
  withGuardrail(async ({ bedrock, runtime }, _, operation, fault, code) => {
    bedrock.fault = (request) => (request.operation === operation ? fault : undefined);
    const message = messageOf(await runtime.invoke(lifecycleEvent('Create', asked())));
    expect(message).toContain(`${code}: bedrock:${operation}`);
    expect(`${message}${runtime.log}`).not.toContain('QUILLFEATHER');
    expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: code, said }]);
  }),
);

test.concurrent(
  'a resource that goes changes nothing, without a call',
  withGuardrail(async ({ bedrock, runtime }) => {
    enforce(bedrock, enforced());
    expect(await runtime.invoke(lifecycleEvent('Delete', asked()))).toEqual(DONE);
    expect(bedrock.requests).toEqual([]);
  }),
);

test.concurrent(
  'a look finds the guardrail enforced, changed, replaced, or gone',
  withGuardrail(async ({ bedrock, runtime }) => {
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
      enforce(bedrock, ...there);
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
  }),
);

test.concurrent(
  'a look knows the models that were left out, in any order',
  withGuardrail(async ({ bedrock, runtime }) => {
    const excludedModels = ['cohere.embed-v4:0', 'amazon.titan-embed-text-v2:0'];
    enforce(bedrock, enforced({ modelEnforcement: { includedModels: ['ALL'], excludedModels } }));
    const properties = asked({ ExcludedModels: excludedModels.toReversed() });
    await runtime.invoke({ check: properties });
    expect(linesOf(runtime)).toEqual([{ event, request: 'Check', outcome: 'IN_PLACE', drifted: 0, said }]);
  }),
);
