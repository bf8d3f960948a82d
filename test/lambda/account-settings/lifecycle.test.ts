import type { AccountSetting } from '../../../lambda/account-settings/account-setting';
import { AccountSettingError } from '../../../lambda/account-settings/account-setting-error';
import { createLifecycle } from '../../../lambda/account-settings/lifecycle';
import { lifecycleEvent, STACK } from '../../support/account-setting-asset';

interface Wanted {
  readonly level: string;
}

function lifecycle(changes: Partial<AccountSetting<Wanted>> = {}) {
  const calls: unknown[] = [];
  const lines: string[] = [];
  const setting: AccountSetting<Wanted> = {
    name: 'invented',
    parse: ({ Level: level }) => {
      if (typeof level !== 'string') throw new AccountSettingError('INVALID_EVENT', 'Level is no text');
      return { level };
    },
    apply: (wanted, before) => {
      calls.push(['apply', wanted, before]);
      return Promise.resolve({ outcome: 'SET', drifted: 0 });
    },
    remove: (wanted) => {
      calls.push(['remove', wanted]);
      return Promise.resolve({ outcome: 'LEFT' });
    },
    check: (wanted) => {
      calls.push(['check', wanted]);
      return Promise.resolve({ outcome: 'IN_PLACE', drifted: 0 });
    },
    ...changes,
  };
  const run = createLifecycle(setting, (line) => lines.push(line));
  return { calls, lines, run: (event: unknown) => run(event, 'request-1') };
}

test('the physical id names stack and resource, and is the same whatever is asked', async () => {
  const { run } = lifecycle();
  for (const Level of ['a', 'b']) {
    expect(await run(lifecycleEvent('Create', { Level }))).toEqual({
      PhysicalResourceId: 'Invented/Setting',
    });
  }
  const kept = { PhysicalResourceId: 'id-of-an-older-version' };
  expect(await run(lifecycleEvent('Update', { Level: 'c' }, kept))).toEqual(kept);
  expect(await run(lifecycleEvent('Delete', { Level: 'c' }, kept))).toEqual(kept);
});

test('an update is told what was asked before, and a rollback what was asked in vain', async () => {
  const { calls, run } = lifecycle();
  await run(lifecycleEvent('Update', { Level: 'b' }, { OldResourceProperties: { Level: 'a' } }));
  await run(lifecycleEvent('Update', { Level: 'a' }, { OldResourceProperties: { Level: 'b' } }));
  await run(lifecycleEvent('Update', { Level: 'a' }, { OldResourceProperties: { Old: 'version' } }));
  expect(calls).toEqual([
    ['apply', { level: 'b' }, { level: 'a' }],
    ['apply', { level: 'a' }, { level: 'b' }],
    ['apply', { level: 'a' }, undefined],
  ]);
});

test('what cannot be read keeps no resource from going', async () => {
  const { calls, lines, run } = lifecycle();
  await run(lifecycleEvent('Delete', { Level: 7 }));
  expect(calls).toEqual([]);
  expect(lines.join()).toContain('"outcome":"LEFT"');
});

test.each([
  ['null', null],
  ['a list', []],
  ['another kind of request', { ...lifecycleEvent('Create', { Level: 'a' }), RequestType: 'Quillfeather' }],
  ['no properties', { ...lifecycleEvent('Create', {}), ResourceProperties: undefined }],
  ['no stack', lifecycleEvent('Create', { Level: 'a' }, { StackId: 'Quillfeather' })],
  ['no logical id', lifecycleEvent('Create', { Level: 'a' }, { LogicalResourceId: undefined })],
  [
    'an update without a physical id',
    lifecycleEvent('Update', { Level: 'a' }, { PhysicalResourceId: undefined }),
  ],
  ['a check of nothing', { check: 'Quillfeather' }],
  ['properties that do not fit', lifecycleEvent('Create', { Level: 7 })],
])('fails for %s before anything is done, and repeats nothing', async (_, event) => {
  const { calls, lines, run } = lifecycle();
  const failure = await run(event).then(String, String);
  expect(failure).toContain('AccountSettingError: INVALID_EVENT');
  expect(calls).toEqual([]);
  expect(lines).toHaveLength(1);
  expect(`${failure}${lines.join()}`).not.toContain('Quillfeather');
});

test('an error that is not ours becomes one that tells nothing', async () => {
  const { lines, run } = lifecycle({ apply: () => Promise.reject(new TypeError('Quillfeather')) });
  const failure = await run(lifecycleEvent('Create', { Level: 'a' })).then(String, String);
  expect(failure).toContain('INTERNAL');
  expect(`${failure}${lines.join()}`).not.toContain('Quillfeather');
});

test('each request leaves one line: ids, a code, a count and a duration', async () => {
  const { lines, run } = lifecycle();
  await run(lifecycleEvent('Create', { Level: 'a' }));
  await run({ check: { Level: 'a' } });
  expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told).toEqual([
    {
      event: 'invented',
      requestId: 'request-1',
      request: 'Create',
      outcome: 'SET',
      durationMs: expect.any(Number) as unknown,
      drifted: 0,
    },
    {
      event: 'invented',
      requestId: 'request-1',
      request: 'Check',
      outcome: 'IN_PLACE',
      durationMs: expect.any(Number) as unknown,
      drifted: 0,
    },
  ]);
  expect(lines.join()).not.toContain(STACK);
});
