import { commandHere } from '../support/command-here';

test('rules lists every rule for a person and for a program', async () => {
  const [table, json] = await Promise.all([
    commandHere(['rules']),
    commandHere(['rules', '--format', 'json']),
  ]);
  const rows = JSON.parse(json.stdout) as readonly {
    readonly id: string;
    readonly controls: readonly string[];
  }[];
  expect(rows.length).toBeGreaterThanOrEqual(20);
  expect(table.stdout.trim().split('\n')).toHaveLength(rows.length);
  for (const { id, controls } of rows) {
    expect(table.stdout).toContain(id);
    expect(controls).not.toEqual([]);
  }
});

test('explain says why, what to change and which paragraphs', async () => {
  const { code, stdout } = await commandHere(['explain', 'kms-key-rotation']);
  for (const part of ['why:', 'fix:', 'AWS::KMS::Key', '45 CFR 164.312(a)(2)(iv)'])
    expect(stdout).toContain(part);
  expect(code).toBe(0);
});

test('explain of a rule that does not exist names those that sound like it', async () => {
  const { code, stderr } = await commandHere(['explain', 'kms-rotation']);
  expect(stderr).toContain('kms-key-rotation');
  expect(code).toBe(2);
});
