import { RedactionError } from '../../../lambda/redaction/errors';
import { loggedHook } from '../../../lambda/redaction/hook-log';

const lines: string[] = [];
const run = (work: () => Promise<{ readonly secret: string }>) =>
  loggedHook(
    'a-hook',
    'r-1',
    (line) => void lines.push(line),
    work,
    () => ({ outcome: 'OK', counts: { NAME: 1 } }),
  );
beforeEach(() => lines.splice(0));

test('one line tells what the hook says of its answer, and not the answer', async () => {
  await expect(run(() => Promise.resolve({ secret: 'Quillfeather' }))).resolves.toEqual({
    secret: 'Quillfeather',
  });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      event: 'a-hook',
      requestId: 'r-1',
      durationMs: expect.any(Number) as unknown,
      outcome: 'OK',
      counts: { NAME: 1 },
    },
  ]);
});

test('an error of ours is passed on, its code in the line', async () => {
  const error = new RedactionError('STORE_UNAVAILABLE', 'S3 did not answer');
  await expect(run(() => Promise.reject(error))).rejects.toBe(error);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'STORE_UNAVAILABLE' });
});

test('any other error becomes one that tells nothing', async () => {
  const failure = await run(() => Promise.reject(new TypeError('cannot read Quillfeather'))).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({
    code: 'INTERNAL',
    stack: expect.not.stringContaining('Quillfeather') as unknown,
  });
  expect(lines.join('')).not.toContain('Quillfeather');
});
