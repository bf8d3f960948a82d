import { RedactionError } from '../../../lambda/redaction/errors';
import { createRedactionService, type Sealer } from '../../../lambda/redaction/redaction-service';
import { createRedactor } from '../../../lambda/redaction/redactor';

const redactor = createRedactor();
const binding = { tenant: 't1', purpose: 'original', record: 'r1' };
const text = 'Dr. Ana Rivera, SSN 512-45-7788';

/** Keeps what it was asked to seal; its message is the plaintext behind a mark. */
function fakeSealer(): Sealer & { readonly sealed: unknown[] } {
  const sealed: unknown[] = [];
  return {
    sealed,
    seal: (plaintext, given) => {
      sealed.push(given);
      return Promise.resolve(Buffer.concat([Buffer.from('sealed:'), plaintext]));
    },
  };
}

test('redacts without a sealer', async () => {
  const service = createRedactionService({ redactor, maxTextLength: 100, sealer: undefined });
  const answer = await service({ text });
  expect(answer).toMatchObject({ text: '[NAME], SSN [SSN]', counts: { NAME: 1, SSN: 1 } });
  expect(answer).not.toHaveProperty('sealedOriginal');
});

test('seals the original, bound to where it belongs, on request only', async () => {
  const sealer = fakeSealer();
  const service = createRedactionService({ redactor, maxTextLength: 100, sealer });
  await service({ text });
  expect(sealer.sealed).toEqual([]);
  const { sealedOriginal } = await service({ text, seal: true, binding });
  expect(Buffer.from(sealedOriginal ?? '', 'base64').toString('utf8')).toBe(`sealed:${text}`);
  expect(sealer.sealed).toEqual([binding]);
});

test('fails when asked to seal without a key', async () => {
  const service = createRedactionService({ redactor, maxTextLength: 100, sealer: undefined });
  await expect(service({ text, seal: true, binding })).rejects.toMatchObject({ code: 'SEAL_UNAVAILABLE' });
});

test('fails, and returns no text, when sealing fails', async () => {
  const sealer: Sealer = { seal: () => Promise.reject(new Error(`KMS said no to ${text}`)) };
  const service = createRedactionService({ redactor, maxTextLength: 100, sealer });
  const failure = await service({ text, seal: true, binding }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'SEAL_UNAVAILABLE' });
  expect(everythingIn(failure)).not.toContain('Rivera');
});

test('fails, and tells nothing, when the engine fails', async () => {
  const broken = {
    ...redactor,
    redact: () => {
      throw new Error(`cannot read ${text}`);
    },
  };
  const service = createRedactionService({ redactor: broken, maxTextLength: 100, sealer: undefined });
  const failure = await service({ text }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'INTERNAL' });
  expect(everythingIn(failure)).not.toContain('Rivera');
});

test('fails to seal a text that UTF-8 would change', async () => {
  const service = createRedactionService({ redactor, maxTextLength: 100, sealer: fakeSealer() });
  await expect(service({ text: 'a\ud800', seal: true, binding })).rejects.toMatchObject({
    code: 'INVALID_EVENT',
  });
});

test('an error shows its code and message, and no stack or cause', () => {
  const error = new RedactionError('INTERNAL', 'redaction failed');
  expect(error.stack).toBe('RedactionError: INTERNAL: redaction failed');
  expect(error).not.toHaveProperty('cause');
});

function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), String(error.cause)].join('\n');
}
