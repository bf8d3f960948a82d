import type { OperatorChoice } from '../../../../lambda/redaction/operators/operator-set';
import { TokenMap } from '../../../../lambda/redaction/operators/token-map';
import { createRedactor } from '../../../../lambda/redaction/redactor';

const TEXT = 'Dr. Ana Rivera, SSN 512-45-7788, on 3/4/2024.';
const surrogateSecret = new Uint8Array(32).fill(1);

test('labels everything unless told otherwise', () => {
  expect(createRedactor({ operators: {} }).redact(TEXT).text).toBe('[NAME], SSN [SSN], on [DATE].');
});

test('each category has its own operator, the rest the default', () => {
  const { redact } = createRedactor({
    operators: { default: 'remove', NAME: 'label', DATE: 'token' },
  });
  const tokens = new TokenMap();
  const { text, counts } = redact(TEXT, { tokens });
  expect(text).toMatch(/^\[NAME\], SSN , on \[DATE:[\w-]{16}\]\.$/);
  expect(counts).toEqual({ NAME: 1, SSN: 1, DATE: 1 });
});

test.each(['label', 'remove', 'surrogate', 'token'] as const)(
  'with %s the spans are where the identifiers were in the text given',
  (name) => {
    const { redact } = createRedactor({ operators: { default: name }, surrogateSecret });
    const { spans } = redact(TEXT, { subject: { reference: 'p' }, tokens: new TokenMap() });
    expect(spans.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Dr. Ana Rivera',
      '512-45-7788',
      '3/4/2024',
    ]);
  },
);

test.each<[string, unknown, RegExp]>([
  ['an unknown operator', { default: 'Rivera' }, /'operators\.default' must be one of: remove, label/],
  ['an operator that is missing', { NAME: undefined }, /'operators\.NAME' must be one of/],
  ['an unknown category', { Rivera: 'label' }, /unknown category; allowed: default, NAME/],
])('refuses %s without quoting it', (_, operators, message) => {
  const make = (): unknown => createRedactor({ operators: operators as OperatorChoice });
  expect(make).toThrow(message);
  expect(make).toThrow(expect.not.stringContaining('Rivera') as Error);
});

test.each([
  ['no secret', undefined],
  ['31 bytes', new Uint8Array(31)],
  ['a string', 's'.repeat(64) as unknown as Uint8Array],
])('refuses surrogates with %s', (_, secret) => {
  expect(() => createRedactor({ operators: { DATE: 'surrogate' }, surrogateSecret: secret })).toThrow(
    /'surrogateSecret' of at least 32 random bytes/,
  );
});

test('takes a secret of 32 bytes', () => {
  expect(() => createRedactor({ operators: { DATE: 'surrogate' }, surrogateSecret })).not.toThrow();
});

test.each([
  ['surrogate', {}, /needs 'subject' in the context/],
  ['surrogate', { subject: { reference: '' } }, /a reference that is not empty/],
  ['token', {}, /needs a token map in the context: 'tokens'/],
] as const)('%s refuses any text when the context is %j', (name, context, message) => {
  const { redact } = createRedactor({ operators: { default: name }, surrogateSecret });
  expect(() => redact('BP 120/80', context)).toThrow(message);
});
