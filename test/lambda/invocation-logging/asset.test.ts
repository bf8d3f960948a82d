import { lifecycleEvent, linesOf, messageOf, withSetting } from '../../support/account-setting-asset';
import type { LoopbackBedrock } from '../../support/loopback-bedrock';
import { asked, BOTH, BUCKET, GROUP, OTHERS, ROLE } from './configurations';

jest.setTimeout(60_000);

const BUNDLE = 'invocation-logging';

const DONE = { response: { PhysicalResourceId: 'Invented/Setting' } };
const said = 'string,number';
const inPlace = (bedrock: LoopbackBedrock) => bedrock.configurations.get('us-east-1');
const event = 'invocation-logging';

test.concurrent(
  'logging is configured with every destination and kind of data, read back, and left alone when asked again',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
    expect(inPlace(bedrock)).toEqual(BOTH);
    expect(bedrock.requests).toEqual([
      'GetModelInvocationLoggingConfiguration us-east-1',
      'PutModelInvocationLoggingConfiguration us-east-1',
      'GetModelInvocationLoggingConfiguration us-east-1',
    ]);
    expect(
      await runtime.invoke(lifecycleEvent('Update', asked(), { OldResourceProperties: asked() })),
    ).toEqual(DONE);
    expect(bedrock.requests.slice(3)).toEqual(['GetModelInvocationLoggingConfiguration us-east-1']);
    expect(linesOf(runtime)).toEqual([
      { event, request: 'Create', outcome: 'SET', drifted: 0, said },
      { event, request: 'Update', outcome: 'IN_PLACE', drifted: 0, said },
    ]);
    for (const name of [BUCKET, GROUP, ROLE, 'secret-signature']) expect(runtime.log).not.toContain(name);
  }),
);

test.concurrent(
  'the configuration of somebody else fails the deployment, by name, and stays',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    bedrock.configurations.set('us-east-1', OTHERS);
    const message = messageOf(await runtime.invoke(lifecycleEvent('Create', asked())));
    expect(message).toBe(
      "OTHER_OWNER: this account and Region already log model invocations to their-bucket, their-group; an account and Region has one configuration: remove that one, leave this one out, or replace it by adopt: { replaces: 'their-bucket', reason }",
    );
    expect(inPlace(bedrock)).toEqual(OTHERS);
    expect(bedrock.requests.some((each) => each.startsWith('Put'))).toBe(false);
  }),
);

test.concurrent(
  'the configuration of somebody else is replaced where that was asked by name, in writing',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    bedrock.configurations.set('us-east-1', OTHERS);
    const adopt = { Adopt: { Replaces: 'their-group', Reason: 'one log for all' } };
    expect(await runtime.invoke(lifecycleEvent('Create', asked(adopt)))).toEqual(DONE);
    expect(inPlace(bedrock)).toEqual(BOTH);
    expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: 'ADOPTED', drifted: 0, said }]);
  }),
);

test.concurrent(
  'a resource that goes leaves logging on, without a call',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    await runtime.invoke(lifecycleEvent('Create', asked()));
    bedrock.requests.length = 0;
    expect(await runtime.invoke(lifecycleEvent('Delete', asked()))).toEqual(DONE);
    expect(bedrock.requests).toEqual([]);
    expect(inPlace(bedrock)).toEqual(BOTH);
  }),
);

test.concurrent(
  'a resource that goes turns logging off where that was asked, and never that of somebody else',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    const removing = asked({ RemoveOnDelete: { Reason: 'the account is closed' } });
    bedrock.configurations.set('us-east-1', OTHERS);
    expect(await runtime.invoke(lifecycleEvent('Delete', removing))).toEqual(DONE);
    expect(inPlace(bedrock)).toEqual(OTHERS);
    bedrock.configurations.set('us-east-1', BOTH);
    expect(await runtime.invoke(lifecycleEvent('Delete', removing))).toEqual(DONE);
    expect(inPlace(bedrock)).toBeUndefined();
    expect(await runtime.invoke(lifecycleEvent('Delete', removing))).toEqual(DONE);
    expect(linesOf(runtime).map((line) => (line as { outcome: string }).outcome)).toEqual([
      'LEFT_TO_OTHER_OWNER',
      'REMOVED',
      'ABSENT',
    ]);
  }),
);

test.concurrent(
  'a role that cannot be used yet is tried again',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    let refused = 0;
    bedrock.fault = ({ operation }) =>
      operation.startsWith('Put') && refused++ < 1
        ? { status: 400, exception: 'ValidationException' }
        : undefined;
    expect(await runtime.invoke(lifecycleEvent('Create', asked()))).toEqual(DONE);
    expect(inPlace(bedrock)).toEqual(BOTH);
  }),
);

test.concurrent(
  'an update whose write is lost fails, and its rollback restores what was there',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    await runtime.invoke(lifecycleEvent('Create', asked()));
    const next = asked({}, 'next-bucket');
    // what is read stays behind what was written until the update has failed
    let lost = true;
    bedrock.keeps = ({ operation }) => !(lost && operation.startsWith('Put'));
    const update = lifecycleEvent('Update', next, { OldResourceProperties: asked() });
    expect(messageOf(await runtime.invoke(update))).toContain('NOT_AS_ASKED');
    lost = false;
    const rollback = lifecycleEvent('Update', asked(), { OldResourceProperties: next });
    expect(await runtime.invoke(rollback)).toEqual(DONE);
    expect(inPlace(bedrock)).toEqual(BOTH);
  }),
);

test.concurrent.each([
  ['denied', { status: 403, exception: 'AccessDeniedException' }, 'ACCESS_DENIED'],
  ['throttled for ever', { status: 429, exception: 'ThrottlingException' }, 'THROTTLED'],
] as const)(
  'a write that is %s fails, says so, and repeats nothing of the service',
  withSetting(BUNDLE, async ({ bedrock, runtime }, _, fault, code) => {
    bedrock.fault = ({ operation }) => (operation.startsWith('Put') ? fault : undefined);
    const message = messageOf(await runtime.invoke(lifecycleEvent('Create', asked())));
    expect(message).toContain(`${code}: bedrock:PutModelInvocationLoggingConfiguration`);
    expect(`${message}${runtime.log}`).not.toContain('QUILLFEATHER');
    expect(linesOf(runtime)).toEqual([{ event, request: 'Create', outcome: code, said }]);
  }),
);

test.concurrent(
  'a look finds logging in place, of somebody else, or off, and changes nothing',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    for (const there of [BOTH, OTHERS, undefined]) {
      if (there) bedrock.configurations.set('us-east-1', there);
      else bedrock.configurations.delete('us-east-1');
      expect(await runtime.invoke({ check: asked() })).toEqual({ response: {} });
    }
    expect(new Set(bedrock.requests)).toEqual(new Set(['GetModelInvocationLoggingConfiguration us-east-1']));
    expect(linesOf(runtime)).toEqual([
      { event, request: 'Check', outcome: 'IN_PLACE', drifted: 0, said },
      { event, request: 'Check', outcome: 'OTHER_CONFIGURATION', drifted: 1, said },
      { event, request: 'Check', outcome: 'LOGGING_OFF', drifted: 1, said },
    ]);
  }),
);
