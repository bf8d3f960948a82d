import { AccountSettingError } from '../../../lambda/account-settings/account-setting-error';
import type { AccountRetention } from '../../../lambda/data-retention-mode/account-retention';
import {
  createDataRetentionMode,
  READ_PAUSES,
} from '../../../lambda/data-retention-mode/data-retention-mode';

/** Modes by Region; the reads after a write that still see the old one are counted down. */
function account(modes: Record<string, string>, lag = 0) {
  const slept: number[] = [];
  const writes: string[] = [];
  const stale = new Map<string, { mode: string; left: number }>();
  const retentionIn = (region: string): AccountRetention => ({
    read: () => {
      const old = stale.get(region);
      if (old && old.left-- > 0) return Promise.resolve(old.mode);
      return Promise.resolve(modes[region] ?? 'inherit');
    },
    setNone: () => {
      writes.push(region);
      stale.set(region, { mode: modes[region] ?? 'inherit', left: lag });
      modes[region] = 'none';
      return Promise.resolve();
    },
  });
  const sleep = (milliseconds: number) => {
    slept.push(milliseconds);
    return Promise.resolve();
  };
  const setting = createDataRetentionMode({ retentionIn, clock: { sleep, random: () => 0.5 } });
  return { setting, slept, writes };
}

test.each(['inherit', 'default', 'aws_review', 'provider_data_share', ''])(
  '%p is set to none',
  async (mode) => {
    const modes = { 'us-east-1': mode };
    const { setting } = account(modes);
    expect(await setting.apply({ regions: ['us-east-1'] }, undefined)).toEqual({
      outcome: 'SET',
      drifted: 0,
    });
    expect(modes).toEqual({ 'us-east-1': 'none' });
  },
);

test('a mode that is heard of late is waited for, with pauses that grow', async () => {
  const { setting, slept, writes } = account({}, READ_PAUSES.length);
  await setting.apply({ regions: ['us-east-1'] }, undefined);
  expect(writes).toEqual(['us-east-1']);
  expect(slept).toEqual(READ_PAUSES.map((pause) => pause * 0.75));
});

test('fails for a mode that does not take', async () => {
  const { setting } = account({}, READ_PAUSES.length + 1);
  await expect(setting.apply({ regions: ['us-east-1'] }, undefined)).rejects.toThrow(
    'NOT_AS_ASKED: the data retention mode is not known to be none in us-east-1 (NOT_AS_ASKED); find out who else sets it',
  );
});

test('a look that finds drift tells it, even where another Region cannot be read', async () => {
  const setting = createDataRetentionMode({
    retentionIn: (region) => ({
      read: () =>
        region === 'us-east-1'
          ? Promise.reject(new AccountSettingError('FAILED', 'invented'))
          : Promise.resolve('default'),
      setNone: () => Promise.reject(new Error('a look must not write')),
    }),
  });
  const regions = ['us-east-1', 'us-west-2'];
  expect(await setting.check({ regions })).toEqual({ outcome: 'DRIFTED', drifted: 1 });
  await expect(setting.check({ regions: ['us-east-1'] })).rejects.toThrow('FAILED');
});

test.each<[string, Record<string, unknown>, string]>([
  ['another mode', { Mode: 'default', Regions: ['us-east-1'] }, "Mode is not 'none'"],
  ['no mode', { Regions: ['us-east-1'] }, "Mode is not 'none'"],
  ['no Regions', { Mode: 'none' }, 'Regions is no list of Regions'],
  ['an empty list', { Mode: 'none', Regions: [] }, 'Regions is no list of Regions'],
  ['a text', { Mode: 'none', Regions: 'us-east-1' }, 'Regions is no list of Regions'],
  ['what is no Region', { Mode: 'none', Regions: ['us-east-1', 'Quillfeather'] }, 'what is no Region'],
])('fails for %s, and does not repeat it', (_, properties, message) => {
  const parse = () => account({}).setting.parse(properties);
  expect(parse).toThrow(message);
  expect(parse).not.toThrow('Quillfeather');
});

test.each(['us-east-1', 'us-gov-west-1', 'ap-southeast-10'])('%s is a Region', (region) => {
  expect(account({}).setting.parse({ Mode: 'none', Regions: [region, region] })).toEqual({
    regions: [region],
  });
});
