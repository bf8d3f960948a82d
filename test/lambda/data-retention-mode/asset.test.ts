import { lifecycleEvent, linesOf, messageOf, withSetting } from '../../support/account-setting-asset';

jest.setTimeout(60_000);

const BUNDLE = 'data-retention-mode';

const WANTED = { Mode: 'none', Regions: ['us-east-1', 'us-west-2'] };
const said = 'string,number';

test.concurrent(
  'the mode is set in every Region, read back, and left alone when it is asked again',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    bedrock.modes.set('us-east-1', 'default');
    const created = await runtime.invoke(lifecycleEvent('Create', WANTED));
    expect(created).toEqual({ response: { PhysicalResourceId: 'Invented/Setting' } });
    expect(Object.fromEntries(bedrock.modes)).toEqual({ 'us-east-1': 'none', 'us-west-2': 'none' });
    for (const region of WANTED.Regions) {
      expect(bedrock.requests.filter((each) => each.endsWith(region))).toEqual([
        `GetAccountDataRetention ${region}`,
        `PutAccountDataRetention ${region}`,
        `GetAccountDataRetention ${region}`,
      ]);
    }
    bedrock.requests.length = 0;
    const again = await runtime.invoke(lifecycleEvent('Update', WANTED, { OldResourceProperties: WANTED }));
    expect(again).toEqual(created);
    expect([...bedrock.requests].sort()).toEqual([
      'GetAccountDataRetention us-east-1',
      'GetAccountDataRetention us-west-2',
    ]);
    const event = 'data-retention-mode';
    expect(linesOf(runtime)).toEqual([
      { event, request: 'Create', outcome: 'SET', drifted: 0, said },
      { event, request: 'Update', outcome: 'IN_PLACE', drifted: 0, said },
    ]);
    expect(runtime.log).not.toContain('secret-signature');
  }),
);

test.concurrent(
  'a Region that leaves the list, and a resource that goes, leave the mode',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    await runtime.invoke(lifecycleEvent('Create', WANTED));
    const fewer = { ...WANTED, Regions: ['us-west-2', 'eu-west-1'] };
    await runtime.invoke(lifecycleEvent('Update', fewer, { OldResourceProperties: WANTED }));
    const none = { 'us-east-1': 'none', 'us-west-2': 'none', 'eu-west-1': 'none' };
    expect(Object.fromEntries(bedrock.modes)).toEqual(none);
    bedrock.requests.length = 0;
    expect(await runtime.invoke(lifecycleEvent('Delete', fewer))).toEqual({
      response: { PhysicalResourceId: 'Invented/Setting' },
    });
    expect(bedrock.requests).toEqual([]);
    expect(Object.fromEntries(bedrock.modes)).toEqual(none);
  }),
);

test.concurrent(
  'a call that is throttled is made again',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    let throttled = 0;
    bedrock.fault = ({ operation }) =>
      operation === 'PutAccountDataRetention' && throttled++ < 3
        ? { status: 429, exception: 'ThrottlingException' }
        : undefined;
    const outcome = await runtime.invoke(lifecycleEvent('Create', { ...WANTED, Regions: ['us-east-1'] }));
    expect(outcome).toEqual({ response: { PhysicalResourceId: 'Invented/Setting' } });
    expect(throttled).toBe(4);
    expect(bedrock.modes.get('us-east-1')).toBe('none');
  }),
);

test.concurrent.each([
  ['throttled for ever', { status: 429, exception: 'ThrottlingException' }, 'THROTTLED', 5],
  ['denied', { status: 403, exception: 'AccessDeniedException' }, 'ACCESS_DENIED', 1],
  ['broken', { status: 500, exception: 'InternalServerException' }, 'FAILED', 5],
] as const)(
  'a Region that is %s fails, says so, and keeps no other from it',
  withSetting(BUNDLE, async ({ bedrock, runtime }, _, fault, code, tries) => {
    bedrock.fault = ({ operation, region }) =>
      operation === 'PutAccountDataRetention' && region === 'us-west-2' ? fault : undefined;
    const message = messageOf(await runtime.invoke(lifecycleEvent('Create', WANTED)));
    expect(message).toContain(
      `${code}: the data retention mode is not known to be none in us-west-2 (${code})`,
    );
    expect(message).toContain('it is in us-east-1');
    expect(bedrock.modes.get('us-east-1')).toBe('none');
    expect(bedrock.requests.filter((each) => each === 'PutAccountDataRetention us-west-2')).toHaveLength(
      tries,
    );
    expect(`${message}${runtime.log}`).not.toContain('QUILLFEATHER');
    expect(linesOf(runtime)).toEqual([
      { event: 'data-retention-mode', request: 'Create', outcome: code, said },
    ]);
  }),
);

test.concurrent(
  'a Bedrock that does not answer ends in a failure and not in silence',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    bedrock.fault = () => 'silence';
    const start = performance.now();
    const message = messageOf(await runtime.invoke({ check: { ...WANTED, Regions: ['us-east-1'] } }));
    expect(message).toContain('TIMED_OUT: the data retention mode is not known to be none in us-east-1');
    // a call has 15 s, and the invocation 30 s
    expect(performance.now() - start).toBeLessThan(30_000);
  }),
);

test.concurrent(
  'a look finds the Regions that drifted and changes nothing',
  withSetting(BUNDLE, async ({ bedrock, runtime }) => {
    await runtime.invoke(lifecycleEvent('Create', WANTED));
    expect(await runtime.invoke({ check: WANTED })).toEqual({ response: {} });
    bedrock.modes.set('us-west-2', 'provider_data_share');
    bedrock.requests.length = 0;
    expect(await runtime.invoke({ check: WANTED })).toEqual({ response: {} });
    expect(bedrock.requests.some((each) => each.startsWith('Put'))).toBe(false);
    expect(linesOf(runtime).slice(1)).toEqual([
      { event: 'data-retention-mode', request: 'Check', outcome: 'IN_PLACE', drifted: 0, said },
      { event: 'data-retention-mode', request: 'Check', outcome: 'DRIFTED', drifted: 1, said },
    ]);
  }),
);
