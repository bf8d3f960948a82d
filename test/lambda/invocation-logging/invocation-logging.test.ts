import type { LoggingConfig } from '@aws-sdk/client-bedrock';
import { AccountSettingError } from '../../../lambda/account-settings/account-setting-error';
import {
  createInvocationLogging,
  READ_PAUSES,
  WRITE_PAUSES,
} from '../../../lambda/invocation-logging/invocation-logging';
import { createLoggingStore } from '../../../lambda/invocation-logging/logging-store';
import { asked, BOTH, BUCKET, configuration, OTHERS } from './configurations';

/** The one configuration of an account; the next writes fail with what is given, in order. */
function account(there?: LoggingConfig, failures: AccountSettingError[] = []) {
  const state = { there, writes: 0, slept: [] as number[] };
  const setting = createInvocationLogging({
    store: {
      read: () => Promise.resolve(state.there),
      write: (config) => {
        state.writes++;
        const failure = failures.shift();
        if (failure) return Promise.reject(failure);
        state.there = config;
        return Promise.resolve();
      },
      clear: () => {
        state.there = undefined;
        return Promise.resolve();
      },
    },
    clock: {
      sleep: (milliseconds) => {
        state.slept.push(milliseconds);
        return Promise.resolve();
      },
      random: () => 0.5,
    },
  });
  const wanted = (more = {}, bucket?: string) => setting.parse(asked(more, bucket));
  return { state, setting, wanted };
}

describe('whose configuration it is', () => {
  test('none is nobody’s', async () => {
    const { state, setting, wanted } = account();
    expect((await setting.apply(wanted(), undefined)).outcome).toBe('SET');
    expect(state.there).toEqual(BOTH);
  });

  test('one with the mark of the stack is ours: of a deployment that was rolled back, with its bucket left behind', async () => {
    const { state, setting, wanted } = account(configuration('bucket-of-the-first-try'));
    expect((await setting.apply(wanted(), undefined)).outcome).toBe('SET');
    expect(state.there).toEqual(BOTH);
  });

  test.each([
    ['the mark of another stack', configuration(BUCKET, 'Other')],
    ['no mark, though to our bucket', { ...BOTH, s3Config: { bucketName: BUCKET } }],
    ['CloudWatch alone', { cloudWatchConfig: BOTH.cloudWatchConfig }],
  ])('one with %s is of somebody else', async (_, there) => {
    const { state, setting, wanted } = account(there);
    await expect(setting.apply(wanted(), undefined)).rejects.toThrow('OTHER_OWNER');
    expect(state.there).toBe(there);
    expect(state.writes).toBe(0);
  });

  test('one that is as was asked before is ours, under whatever mark', async () => {
    const renamed = configuration('old-bucket', 'OldName');
    const { state, setting, wanted } = account(renamed);
    const before = setting.parse({ LoggingConfig: renamed });
    expect((await setting.apply(wanted(), before)).outcome).toBe('SET');
    expect(state.there).toEqual(BOTH);
  });

  test('one that came in place of ours fails an update', async () => {
    const { setting, wanted } = account(OTHERS);
    await expect(setting.apply(wanted(), wanted())).rejects.toThrow('OTHER_OWNER');
  });

  test.each(['their-bucket', 'their-group'])('%s may be adopted', async (Replaces) => {
    const { state, setting, wanted } = account(OTHERS);
    const adopting = wanted({ Adopt: { Replaces, Reason: 'invented' } });
    expect((await setting.apply(adopting, undefined)).outcome).toBe('ADOPTED');
    expect(state.there).toEqual(BOTH);
  });

  test('one that adopt does not name is left, and adopt is said to be wrong', async () => {
    const { state, setting, wanted } = account(OTHERS);
    const adopting = wanted({ Adopt: { Replaces: 'another-bucket', Reason: 'invented' } });
    await expect(setting.apply(adopting, undefined)).rejects.toThrow(
      'adopt.replaces names another-bucket, which is not among them',
    );
    expect(state.there).toBe(OTHERS);
  });
});

describe('what has drifted', () => {
  test.each<[string, LoggingConfig]>([
    ['another bucket', configuration('another')],
    ['text switched off', { ...BOTH, textDataDeliveryEnabled: false }],
    ['audio switched off', { ...BOTH, audioDataDeliveryEnabled: false }],
    ['no log group', { ...BOTH, cloudWatchConfig: undefined }],
    ['no bucket', { ...BOTH, s3Config: undefined }],
    [
      'no bucket for what is large',
      {
        ...BOTH,
        cloudWatchConfig: { logGroupName: 'invented-group', roleArn: BOTH.cloudWatchConfig?.roleArn },
      },
    ],
  ])('%s is drift, and is set right by the next deployment', async (_, there) => {
    const { state, setting, wanted } = account(there);
    expect((await setting.check(wanted())).drifted).toBe(1);
    const { s3Config } = there;
    if (s3Config === undefined) return;
    await setting.apply(wanted(), undefined);
    expect(state.there).toEqual(BOTH);
  });

  test('a kind of data that Bedrock does not mention is none', async () => {
    const { audioDataDeliveryEnabled, ...there } = BOTH;
    expect(audioDataDeliveryEnabled).toBe(true);
    const { setting, wanted } = account(there);
    expect(await setting.check(wanted())).toEqual({ outcome: 'IN_PLACE', drifted: 0 });
  });
});

describe('a write', () => {
  const refused = () => new AccountSettingError('REFUSED', 'invented');

  test('that is refused at first is tried again, with pauses that grow', async () => {
    const { state, setting, wanted } = account(undefined, WRITE_PAUSES.map(refused));
    expect((await setting.apply(wanted(), undefined)).outcome).toBe('SET');
    expect(state.slept).toEqual(WRITE_PAUSES.map((pause) => pause * 0.75));
  });

  test('that is refused to the end fails, and names what Bedrock must be able to write with', async () => {
    const { state, setting, wanted } = account(undefined, [...WRITE_PAUSES, 0].map(refused));
    await expect(setting.apply(wanted(), undefined)).rejects.toThrow(
      'REFUSED: Bedrock does not take bucket invented-bucket, log group invented-group and role arn:aws:iam::111122223333:role/Delivery',
    );
    expect(state.writes).toBe(WRITE_PAUSES.length + 1);
    expect(state.there).toBeUndefined();
  });

  test('that fails otherwise is not tried again here', async () => {
    const { state, setting, wanted } = account(undefined, [
      new AccountSettingError('ACCESS_DENIED', 'invented'),
    ]);
    await expect(setting.apply(wanted(), undefined)).rejects.toThrow('ACCESS_DENIED');
    expect(state.writes).toBe(1);
  });

  test('that somebody overwrites at once fails', async () => {
    const { setting, wanted } = account();
    let reads = 0;
    const raced = createInvocationLogging({
      store: {
        read: () => Promise.resolve(reads++ === 0 ? undefined : OTHERS),
        write: () => Promise.resolve(),
        clear: () => Promise.resolve(),
      },
      clock: { sleep: () => Promise.resolve(), random: () => 0 },
    });
    expect(setting.name).toBe(raced.name);
    await expect(raced.apply(wanted(), undefined)).rejects.toThrow('NOT_AS_ASKED');
    expect(reads).toBe(2 + READ_PAUSES.length);
  });
});

test.each<[string, Record<string, unknown>]>([
  ['no configuration', {}],
  ['a kind of data left out', { LoggingConfig: { ...BOTH, imageDataDeliveryEnabled: 'false' } }],
  ['no bucket', { LoggingConfig: { ...BOTH, s3Config: undefined } }],
  ['no role', { LoggingConfig: { ...BOTH, cloudWatchConfig: { ...BOTH.cloudWatchConfig, roleArn: '' } } }],
  [
    'a key prefix without a mark',
    { LoggingConfig: { ...BOTH, s3Config: { bucketName: 'b', keyPrefix: 'logs' } } },
  ],
  [
    'a mark without a stack',
    { LoggingConfig: { ...BOTH, s3Config: { bucketName: 'b', keyPrefix: 'hipaa-ai/' } } },
  ],
  ['adopt without a reason', { LoggingConfig: BOTH, Adopt: { Replaces: 'b' } }],
  ['adopt of nothing', { LoggingConfig: BOTH, Adopt: { Reason: 'invented' } }],
  ['removal without a reason', { LoggingConfig: BOTH, RemoveOnDelete: {} }],
])('fails for %s', (_, properties) => {
  expect(() => account().setting.parse(properties)).toThrow('INVALID_EVENT');
});

test.each([{}, { loggingConfig: {} }, { loggingConfig: { textDataDeliveryEnabled: true } }])(
  'an answer of %j means that logging is off',
  async (answer) => {
    const send = () => Promise.resolve(answer);
    expect(await createLoggingStore({ send }).read()).toBeUndefined();
  },
);
