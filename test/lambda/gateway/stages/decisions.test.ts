import { createHash } from 'node:crypto';
import { GatewayError } from '../../../../lambda/gateway/gateway-error';
import { createBundledPrompts } from '../../../../lambda/gateway/prompts/bundled-prompts';
import { parseRequest } from '../../../../lambda/gateway/request';
import { approvedPrompt } from '../../../../lambda/gateway/stages/approved-prompt';
import { fill, placeholdersIn } from '../../../../lambda/gateway/stages/assemble-prompt';
import { authorize, requireOpaqueIds } from '../../../../lambda/gateway/stages/authorize';
import { onlyNecessary } from '../../../../lambda/gateway/stages/minimum-necessary';
import { createRedactor } from '../../../../lambda/redaction/redactor';
import type { UseCaseManifest } from '../../../../lib/contract/use-case';
import { APPROVER, CALLER, manifest, PROMPT, request } from '../gateway-place';

async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof GatewayError) return [error.code, error.field].filter(Boolean).join(' ');
    throw error;
  }
  return 'none';
}

const decide = (
  changes: Readonly<Record<string, unknown>>,
  of: Partial<UseCaseManifest> = {},
  caller = CALLER,
) =>
  authorize(
    caller,
    parseRequest(JSON.parse(JSON.stringify(request(changes)))),
    new Map([[manifest().id, manifest(of)]]),
  );
const refused = (...given: Parameters<typeof decide>) => refusalOf(() => decide(...given));

describe('authorize', () => {
  test('the path of another use case, or of people who decide, asks no model', async () => {
    const { id } = manifest();
    expect(await refused({}, {}, { ...CALLER, onlyUseCase: id })).toBe('none');
    expect(await refused({}, {}, { ...CALLER, onlyUseCase: 'billing' })).toBe('USE_CASE_REFUSED');
    expect(await refused({}, {}, { ...CALLER, onlyOversight: true })).toBe('USE_CASE_REFUSED');
  });

  test('a use case that is not there and one of others are refused alike', async () => {
    expect(await refused({ useCase: 'billing' })).toBe('USE_CASE_REFUSED');
    expect(await refused({}, {}, APPROVER)).toBe('USE_CASE_REFUSED');
    expect(await refused({ useCase: 'constructor' })).toBe('USE_CASE_REFUSED');
    expect(await refused({})).toBe('none');
  });

  test.each<[string, object, Partial<UseCaseManifest>, string]>([
    ['a purpose of the use case', { purpose: { of: 'treatment' } }, {}, 'none'],
    ['another purpose', { purpose: { of: 'payment' } }, {}, 'PURPOSE_REFUSED purpose.of'],
    ['research without a waiver', { purpose: { of: 'research' } }, {}, 'BASIS_MISSING purpose.basis'],
    ['research with a waiver', { purpose: { of: 'research', basis: 'IRB-2026-14' } }, {}, 'none'],
    ['a model of the use case', { model: 'anthropic.claude-two' }, {}, 'none'],
    ['another model', { model: 'anthropic.claude-three' }, {}, 'MODEL_REFUSED model'],
    ['free text where it is allowed', { prompt: undefined, text: 'hi' }, {}, 'none'],
    [
      'free text where it is not',
      { prompt: undefined, text: 'hi' },
      { freeText: false },
      'FREE_TEXT_REFUSED text',
    ],
    ['a stream', { stream: true }, {}, 'none'],
    [
      'a stream that a person must approve',
      { stream: true },
      { requiresHumanApproval: true },
      'STREAM_REFUSED stream',
    ],
    ['a stream that must be grounded', { stream: true }, { minimumGrounding: 0.1 }, 'STREAM_REFUSED stream'],
    ['identifiers put back for one who may', { reidentify: true }, {}, 'none'],
    [
      'identifiers put back for another',
      { reidentify: true },
      { reidentifiers: ['group:a'] },
      'REIDENTIFICATION_REFUSED reidentify',
    ],
  ])('%s', async (_, changes, of, expected) => {
    expect(await refused(changes as Record<string, unknown>, of)).toBe(expected);
  });

  test('texts of the most units are taken, one more is not', async () => {
    const fields = { note: 'n'.repeat(10) };
    const length = JSON.stringify(fields).length + 5;
    const changes = { fields, untrusted: [{ text: '12' }, { text: '345' }] };
    expect(await refused(changes, { maxInputLength: length })).toBe('none');
    expect(await refused(changes, { maxInputLength: length - 1 })).toBe('INPUT_TOO_LONG');
  });

  test('the model that was asked for comes first, and those to fall back on are of the use case', () => {
    expect(decide({}).models).toEqual(['anthropic.claude-one', 'anthropic.claude-two']);
    expect(decide({ model: 'anthropic.claude-two' }).models).toEqual([
      'anthropic.claude-two',
      'anthropic.claude-one',
    ]);
  });
});

describe('ids in clear', () => {
  const detector = createRedactor();
  const read = (changes: object) =>
    refusalOf(() =>
      requireOpaqueIds(parseRequest(JSON.parse(JSON.stringify(request(changes as never)))), detector),
    );

  test.each([
    [
      'an address',
      { purpose: { of: 'research', basis: 'marlowe.q@example.org' } },
      'IDENTIFYING_ID purpose.basis',
    ],
    ['a social security number', { justification: '512-45-7788' }, 'IDENTIFYING_ID justification'],
    ['a waiver with its year', { purpose: { of: 'research', basis: 'IRB-2026-03-14' } }, 'none'],
    ['a code', { justification: 'TRANSFER' }, 'none'],
  ])('%s as an id', async (_, changes, expected) => {
    expect(await read(changes)).toBe(expected);
  });
});

describe('minimum necessary', () => {
  const reduce = (given: Parameters<typeof onlyNecessary>[0]) => onlyNecessary(given, manifest());

  test('fields of the use case are kept, others dropped and counted', () => {
    const { fields, dropped, record } = reduce({ fields: { name: 'n', ssn: 'x', note: 1, vitals: null } });
    expect([...fields]).toEqual([
      ['name', 'n'],
      ['note', 1],
    ]);
    expect([dropped, record]).toEqual([2, undefined]);
  });

  test.each([
    ['no justification', {}, 'FULL_RECORD_REFUSED justification'],
    ['one that is not listed', { justification: 'CURIOUS' }, 'FULL_RECORD_REFUSED justification'],
    ['one that is listed', { justification: 'TRANSFER' }, 'none'],
  ])('the full record with %s', async (_, given, expected) => {
    expect(await refusalOf(() => reduce({ fields: { '*': { a: 1 } }, ...given }))).toBe(expected);
  });

  test('a justification without the full record is not told as one', () => {
    expect(reduce({ fields: { name: 'n' }, justification: 'TRANSFER' }).justification).toBeUndefined();
    expect(reduce({ fields: { '*': { a: 1 } }, justification: 'TRANSFER' })).toMatchObject({
      record: { a: 1 },
      justification: 'TRANSFER',
    });
  });

  test('where nothing is listed the full record is always refused', async () => {
    const none = manifest({ fullRecordJustifications: [] });
    const given = { fields: { '*': {} }, justification: 'TRANSFER' };
    expect(await refusalOf(() => onlyNecessary(given, none))).toMatch('FULL_RECORD_REFUSED');
  });
});

describe('approved prompts', () => {
  const read = (texts: Record<string, string>, version = '3') =>
    refusalOf(() => approvedPrompt({ id: 'summary', version }, manifest(), createBundledPrompts(texts)));

  test('the text that was approved is taken, and no other', async () => {
    expect(await read({ 'summary:3': PROMPT })).toBe('none');
    expect(await read({ 'summary:3': `${PROMPT} ` })).toBe('PROMPT_CHANGED');
    expect(await read({})).toBe('PROMPT_UNAVAILABLE');
    expect(await read({ 'summary:4': PROMPT }, '4')).toBe('PROMPT_REFUSED prompt');
  });

  test('a store that fails is told as one, without its words', async () => {
    const prompts = { read: () => Promise.reject(new Error('Quillfeather')) };
    const asked = { id: 'summary', version: '3' };
    expect(await refusalOf(() => approvedPrompt(asked, manifest(), prompts))).toBe('PROMPT_UNAVAILABLE');
  });

  test('placeholders take values, each a piece of its own', () => {
    expect([...placeholdersIn('a {{x}} {{ y }} {{x}} {{z.1}}')]).toEqual(['x', 'z.1']);
    expect(fill('a {{x}}!', new Map<string, unknown>([['x', { n: 1 }]]))).toEqual([
      { origin: 'approved', text: 'a ' },
      { origin: 'given', text: '{"n":1}' },
      { origin: 'approved', text: '!' },
    ]);
  });

  test('a value is never read as a placeholder, and what is missing is named', async () => {
    const values = new Map([
      ['x', '{{secret}}'],
      ['secret', 'no'],
    ]);
    expect(fill('{{x}}', values).map(({ text }) => text)).toEqual(['{{secret}}']);
    expect(await refusalOf(() => fill('{{x}} {{y}}', values))).toBe('FIELD_MISSING fields.y');
  });

  test('the digest of a prompt is that of its UTF-8', () => {
    expect(manifest().prompts[0]?.sha256).toBe(createHash('sha256').update(PROMPT, 'utf8').digest('hex'));
  });
});
