import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { GatewayError } from '../../../lambda/gateway/gateway-error';
import { parseOversight, parseRequest, readBody } from '../../../lambda/gateway/request';
import { request } from './gateway-place';

const NAME = 'Quillfeather';
const published = new Ajv2020({ strict: false }).compile(
  JSON.parse(
    readFileSync(path.resolve(__dirname, '../../../docs/schemas/gateway-request.schema.json'), 'utf8'),
  ) as object,
);

function problemOf(work: () => unknown): { readonly code: string; readonly field: string | undefined } {
  try {
    work();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    // neither the error nor its stack ever says what was sent
    expect(`${error.message}${error.stack ?? ''}${error.field ?? ''}`).not.toContain(NAME);
    return { code: error.code, field: error.field };
  }
  throw new Error('accepted');
}

test.each([
  ['a prompt', {}],
  ['text of its own', { prompt: undefined, text: 'Say hello.' }],
  [
    'all there is',
    {
      purpose: {
        of: 'research',
        basis: 'IRB-2026-14',
        disclosure: { recipient: 'org-9', description: 'study-2' },
      },
      untrusted: [{ text: 'a letter' }],
      model: 'anthropic.claude-two',
      session: 's-1',
      justification: 'TRANSFER',
      stream: true,
      reidentify: false,
    },
  ],
  ['a full record', { fields: { '*': { any: 'thing' } } }],
  ['an id of the most characters', { subject: 's'.repeat(128) }],
])('a request with %s is taken, by us and by the published schema', (_, changes) => {
  const asked = JSON.parse(JSON.stringify(request(changes))) as object;
  expect(parseRequest(asked)).toEqual(asked);
  expect(published(asked)).toBe(true);
});

test.each([
  ['no use case', { useCase: undefined }, 'useCase'],
  ['a use case in capitals', { useCase: NAME }, 'useCase'],
  ['no purpose', { purpose: undefined }, 'purpose'],
  ['a purpose that is none', { purpose: { of: NAME } }, 'purpose.of'],
  ['an unknown member of the purpose', { purpose: { of: 'treatment', [NAME]: 1 } }, 'purpose'],
  [
    'a recipient with spaces',
    { purpose: { of: 'research', disclosure: { recipient: `Dr ${NAME}`, description: 'd' } } },
    'purpose.disclosure.recipient',
  ],
  ['no subject', { subject: undefined }, 'subject'],
  ['a subject that is a name', { subject: `Marlowe ${NAME}` }, 'subject'],
  ['a subject that is too long', { subject: 's'.repeat(129) }, 'subject'],
  ['neither prompt nor text', { prompt: undefined }, 'prompt'],
  ['prompt and text', { text: NAME }, 'prompt'],
  ['a prompt without a version', { prompt: { id: 'summary' } }, 'prompt.version'],
  ['a field with an odd name', { fields: { [`${NAME} name`]: 1 } }, 'fields'],
  ['a document that is no text', { untrusted: [{ text: 7, [NAME]: 1 }] }, 'untrusted'],
  ['too many documents', { untrusted: Array.from({ length: 21 }, () => ({ text: 'x' })) }, 'untrusted'],
  ['no idempotency key', { idempotencyKey: undefined }, 'idempotencyKey'],
  ['a short idempotency key', { idempotencyKey: '1234567' }, 'idempotencyKey'],
  ['stream as text', { stream: 'yes' }, 'stream'],
  ['a member that is not known', { [NAME]: NAME }, 'request'],
  ['claims of its own', { claims: { sub: NAME }, requestContext: {} }, 'request'],
])(
  'a request with %s is refused by the name of the field, and nothing of it is said',
  (_, changes, field) => {
    const asked = JSON.parse(JSON.stringify(request(changes))) as object;
    expect(problemOf(() => parseRequest(asked))).toEqual({ code: 'REQUEST_INVALID', field });
    expect(published(asked)).toBe(false);
  },
);

test.each([[null], [7], ['text'], [[]]])('%p is no request', (body) => {
  expect(problemOf(() => parseRequest(body))).toEqual({ code: 'REQUEST_INVALID', field: 'request' });
});

test('a body of the most bytes is read, one byte more is refused before it is', () => {
  const body = JSON.stringify({ text: NAME });
  expect(readBody(body, Buffer.byteLength(body))).toEqual({ text: NAME });
  expect(readBody(Buffer.from(body), body.length)).toEqual({ text: NAME });
  expect(problemOf(() => readBody(body, Buffer.byteLength(body) - 1)).code).toBe('BODY_TOO_LARGE');
  // counted in bytes, and never parsed
  expect(problemOf(() => readBody('{"é', 3)).code).toBe('BODY_TOO_LARGE');
});

test.each([
  ['cut off', `{"text":"${NAME}`],
  ['empty', ''],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('a body that is %s is refused without a word of it', (_, body) => {
  expect(problemOf(() => readBody(body, 1000)).code).toBe('BODY_NOT_JSON');
});

test('a member called __proto__ is no way around the schema', () => {
  const body = readBody('{"__proto__":{"useCase":"discharge-summary"}}', 1000);
  expect(problemOf(() => parseRequest(body)).code).toBe('REQUEST_INVALID');
});

test('what a person does about an answer is a request of its own, and nothing else may stand beside it', () => {
  const oversight = { requestId: '0a1b2c3d-1111-4222-8333-444455556666', act: 'approve' };
  expect(parseOversight({ oversight })).toEqual(oversight);
  expect(parseOversight(request())).toBeUndefined();
  expect(problemOf(() => parseOversight({ oversight, ...request() })).code).toBe('REQUEST_INVALID');
  expect(problemOf(() => parseOversight({ oversight: { ...oversight, act: 'sign' } })).field).toBe(
    'oversight.act',
  );
});
