import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { createEnvelope } from '../../../../lambda/envelope/envelope';
import { createKmsDataKeys } from '../../../../lambda/envelope/keys/kms-data-keys';
import { restoreTokens, TOKEN_MAP_PURPOSE, TokenMap } from '../../../../lambda/redaction/operators/token-map';
import { createRedactor } from '../../../../lambda/redaction/redactor';
import { filler, PLANTED } from '../../../support/planted';
import { OTHER_KEY_ARN } from '../../envelope/fake-kms';
import { refusal, room } from '../../envelope/sealed';

const { redact } = createRedactor({ operators: { default: 'token' } });
const PLACE = { tenant: 't-1', record: 'r-1' };
const TEXT = 'Dr. Ana Rivera saw Ana Rivera, MRN 445566.';

describe('tokens', () => {
  test('are the same for the same value of one map, and for no other', () => {
    const tokens = new TokenMap();
    const [first, second, third] = redact(TEXT, { tokens }).text.match(/\[[^\]]+\]/g) ?? [];
    expect(first).toMatch(/^\[NAME:[\w-]{16}\]$/);
    expect(second).toBe(first);
    expect(third).toMatch(/^\[MRN:[\w-]{16}\]$/);
    expect(redact('Dr. Ana Rivera', { tokens }).text).toBe(`Dr. ${first}`);
  });

  test('are random: two maps share none for the same value', () => {
    const once = (): string => redact(TEXT, { tokens: new TokenMap() }).text;
    expect(once()).not.toBe(once());
  });

  test('are the same neither for two writings nor for two categories of a value', () => {
    const map = new TokenMap();
    const tokens = [
      map.tokenFor('NAME', 'Rivera'),
      map.tokenFor('NAME', 'RIVERA'),
      map.tokenFor('GEO', 'Rivera'),
    ];
    expect(new Set(tokens).size).toBe(3);
  });

  test('stay when redacted again, by whatever map', () => {
    const { text } = redact(TEXT, { tokens: new TokenMap() });
    expect(redact(text, { tokens: new TokenMap() })).toEqual({ text, spans: [], counts: {} });
    expect(createRedactor().redact(text).text).toBe(text);
  });
});

describe('restoreTokens', () => {
  test('gives the very text that was redacted', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      filler,
      ...PLANTED.map((one) => one.map((it) => `${it.phrase} `)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const tokens = new TokenMap();
        expect(restoreTokens(redact(text, { tokens }).text, tokens)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves labels and tokens of another map as they are', () => {
    const { text } = redact(TEXT, { tokens: new TokenMap() });
    expect(restoreTokens(`${text} [NAME] [NAME:abc]`, new TokenMap())).toBe(`${text} [NAME] [NAME:abc]`);
  });

  test('puts a value back that looks like a pattern of replacement', () => {
    const map = new TokenMap();
    expect(restoreTokens(`<${map.tokenFor('NAME', "$& $1 $' $$")}>`, map)).toBe("<$& $1 $' $$>");
  });
});

describe('a sealed map', () => {
  test('restores once opened, and goes on with the same tokens', async () => {
    const { envelope } = room();
    const tokens = new TokenMap();
    const { text } = redact(TEXT, { tokens });
    const opened = await TokenMap.open(envelope, await tokens.seal(envelope, PLACE), PLACE);
    expect(restoreTokens(text, opened)).toBe(TEXT);
    expect(redact(TEXT, { tokens: opened }).text).toBe(text);
  });

  test('holds any value, lone surrogates too', async () => {
    const { envelope } = room();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' })),
        fc.constantFrom('', '\ud800'),
        async (values, odd) => {
          const tokens = new TokenMap();
          const text = values.map((value) => tokens.tokenFor('NAME', value + odd)).join(' ');
          const opened = await TokenMap.open(envelope, await tokens.seal(envelope, PLACE), PLACE);
          expect(restoreTokens(text, opened)).toBe(values.map((value) => value + odd).join(' '));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('holds no value in clear, and the plaintext is zeroed on both ways', async () => {
    const { envelope } = room();
    const seen: Uint8Array[] = [];
    const tokens = new TokenMap();
    redact(TEXT, { tokens });
    const sealed = await tokens.seal(
      { seal: (plaintext, binding) => (seen.push(plaintext), envelope.seal(plaintext, binding)) },
      PLACE,
    );
    expect(Buffer.from(sealed).includes('Rivera')).toBe(false);
    const open = async (...given: Parameters<typeof envelope.open>): Promise<Uint8Array> => {
      const plaintext = await envelope.open(...given);
      expect(Buffer.from(plaintext).includes('Rivera')).toBe(true);
      seen.push(plaintext);
      return plaintext;
    };
    await TokenMap.open({ open }, sealed, PLACE);
    expect(seen.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true, true]);
  });

  test('opens for its own tenant, record and purpose only', async () => {
    const { envelope } = room();
    const sealed = await new TokenMap().seal(envelope, PLACE);
    expect(await refusal(TokenMap.open(envelope, sealed, { ...PLACE, tenant: 't-2' }))).toBe(
      'CONTEXT_MISMATCH',
    );
    expect(await refusal(TokenMap.open(envelope, sealed, { ...PLACE, record: 'r-2' }))).toBe(
      'CONTEXT_MISMATCH',
    );
    const other = await envelope.seal(Buffer.from('[1]'), { ...PLACE, purpose: 'original' });
    expect(await refusal(TokenMap.open(envelope, other, PLACE))).toBe('CONTEXT_MISMATCH');
    const own = await envelope.seal(Buffer.from('[1]'), { ...PLACE, purpose: TOKEN_MAP_PURPOSE });
    expect(await refusal(TokenMap.open(envelope, own, PLACE))).toBe('accepted');
  });

  test('opens under its own key only', async () => {
    const { envelope, kms } = room();
    const sealed = await new TokenMap().seal(envelope, PLACE);
    const other = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: OTHER_KEY_ARN }) });
    expect(await refusal(TokenMap.open(other, sealed, PLACE))).toBe('NO_KEY');
  });

  test.each([
    ['no JSON', 'Rivera'],
    ['no list', '{"Rivera":1}'],
    ['of another version', '[2]'],
    ['with a pair that is none', '[1,"Rivera"]'],
    ['with a token that is none', '[1,["Rivera","x"]]'],
    ['with a token among other words', '[1,["Rivera [NAME:x]","x"]]'],
    ['with a value that is no text', '[1,["[NAME:x]",7]]'],
  ])('%s is refused and not quoted', async (_, content) => {
    const { envelope } = room();
    const sealed = await envelope.seal(Buffer.from(content), { ...PLACE, purpose: TOKEN_MAP_PURPOSE });
    const error: unknown = await TokenMap.open(envelope, sealed, PLACE).catch((thrown: unknown) => thrown);
    expect(inspect(error)).toMatch(/^Error: the message opened, but holds no token map of this version\n/);
    expect(inspect(error)).not.toContain('Rivera');
  });
});

test.each<[string, (map: TokenMap) => string]>([
  ['util.inspect', (map) => inspect(map, { showHidden: true, depth: 9, getters: true })],
  ['JSON.stringify', (map) => JSON.stringify({ map, list: [map] })],
  ['a template literal', (map) => `<${map as unknown as string}>`],
  ['its own properties', (map) => Reflect.ownKeys(map).map(String).join()],
  ['a structured clone', (map) => inspect(structuredClone(map))],
])('%s of a map shows no value and no token', (_, show) => {
  const tokens = new TokenMap();
  redact(TEXT, { tokens });
  expect(show(tokens)).not.toMatch(/Ana|Rivera|445566|NAME|MRN/);
});
