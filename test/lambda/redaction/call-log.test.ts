import { logged } from '../../../lambda/redaction/call-log';
import { createRedactionService } from '../../../lambda/redaction/redaction-service';
import { createRedactor } from '../../../lambda/redaction/redactor';

const service = createRedactionService({ redactor: createRedactor(), maxTextLength: 100, sealer: undefined });

function record(): { readonly lines: string[]; readonly write: (line: string) => void } {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
}

test('writes one line of ids, counts and a code for a call', async () => {
  const { lines, write } = record();
  await logged(service, { text: 'Dr. Ana Rivera, SSN 512-45-7788' }, 'r-1', write);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/\}\n$/);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    event: 'redaction',
    requestId: 'r-1',
    outcome: 'OK',
    durationMs: expect.any(Number) as unknown,
    counts: { NAME: 1, SSN: 1 },
  });
});

test('writes the code of a call that fails, and passes its error on', async () => {
  const { lines, write } = record();
  await expect(logged(service, { note: 'Rivera' }, 'r-2', write)).rejects.toMatchObject({
    code: 'INVALID_EVENT',
  });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    requestId: 'r-2',
    outcome: 'INVALID_EVENT',
    counts: {},
  });
});

test('turns an error it does not know into one that tells nothing', async () => {
  const { lines, write } = record();
  const unknown = (): Promise<never> => Promise.reject(new TypeError('cannot read Rivera'));
  const failure = await logged(unknown, {}, 'r-3', write).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'INTERNAL',
    stack: expect.not.stringContaining('Rivera') as unknown,
  });
  expect(lines.join('')).not.toContain('Rivera');
});
