import { hipaaAiCommand } from '../support/cdk-cli';

test.each([
  ['a folder that is no cloud assembly', ['docs'], /no cloud assembly/u],
  ['a folder that is not there', ['gone.out'], /no such file or directory/u],
  ['two folders', ['a', 'b'], /give one cloud assembly/u],
  ['a format nobody knows', ['--format', 'xml'], /give one of: text, json/u],
  ['a day that is none', ['--as-of', 'tomorrow'], /give a day as YYYY-MM-DD/u],
])('the gate exits 2, never 0, for %s', async (_, args, message) => {
  const { code, stderr } = await hipaaAiCommand('gate', ...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /u);
  expect(code).toBe(2);
});
