import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { requestMetadata } from '../../../../lambda/gateway/model/request-metadata';
import { RequestTokens } from '../../../../lambda/gateway/request-tokens';
import { CleanStream } from '../../../../lambda/gateway/stages/clean-stream';
import { entropyMillibits, LEAST_UNITS, MOST_MILLIBITS } from '../../../../lambda/gateway/stages/entropy';
import {
  MOST_UNITS_A_TOKEN,
  requireGrounded,
  requireNoLeak,
  requireOrdinary,
  requireWhole,
  withoutIdentifiers,
} from '../../../../lambda/gateway/stages/inspect-output';
import { OutputFindings } from '../../../../lambda/gateway/stages/output-findings';
import { redactorOf } from '../../../../lambda/gateway/stages/redact-input';
import { TokenTail } from '../../../../lambda/gateway/stages/token-tail';
import { manifest, request } from '../gateway-place';

const redactor = redactorOf({ redaction: { profile: 'safe-harbor' } });
const PROSE =
  'The patient slept well and ate breakfast. Blood pressure 120/80, heart rate 72, no acute distress; continue metformin twice daily and review on the next ward round. ';

function read(text: string, sent = '', tokens = new RequestTokens()) {
  const findings = new OutputFindings(sent, tokens);
  return { text: withoutIdentifiers(text, redactor, findings), findings };
}

test('an identifier that was sent with approved text is redacted, any other is a leak besides', () => {
  const { text, findings } = read('Call 312-555-0187 or SSN 512-45-7788.', 'For help call 312-555-0187.');
  expect(text).toBe('Call [PHONE] or SSN [SSN].');
  expect(findings).toMatchObject({ leaks: 1, redactions: { PHONE: 1, SSN: 1 } });
});

test('a value behind a token is found where nothing gives it away', () => {
  const tokens = new RequestTokens();
  tokens.tokenFor('NAME', 'Qwelt');
  const { text, findings } = read('so qwelt went', '', tokens);
  expect(text).toBe('so [NAME] went');
  expect(findings.leaks).toBe(1);
  expect(read('so qwelt went').text).toBe('so qwelt went');
});

test('a token of this request stays, and one of another loses its code', () => {
  const tokens = new RequestTokens();
  const ours = tokens.tokenFor('NAME', 'Marlowe Quillfeather');
  const foreign = new RequestTokens().tokenFor('SSN', '512-45-7788');
  const { text, findings } = read(`${ours} and ${foreign} and [DATE]`, ours, tokens);
  expect(text).toBe(`${ours} and [SSN] and [DATE]`);
  expect(findings.redactions).toEqual({ FOREIGN_TOKEN: 1 });
  expect(findings.leaks).toBe(0);
});

test('a leak is refused where the policy says so', () => {
  expect(() => requireNoLeak({ leaks: 1 }, 'mask')).not.toThrow();
  expect(() => requireNoLeak({ leaks: 0 }, 'refuse')).not.toThrow();
  expect(() => requireNoLeak({ leaks: 1 }, 'refuse')).toThrow('IDENTIFIER_LEAKED');
});

test.each([
  ['end', 'none', undefined],
  ['length', 'masked', undefined],
  ['end', 'blocked', 'GUARDRAIL_BLOCKED'],
  ['guardrail', 'none', 'GUARDRAIL_BLOCKED'],
  ['tool', 'none', 'TOOL_REFUSED'],
  ['unreadable', 'none', 'OUTPUT_UNREADABLE'],
] as const)('an answer that stopped by %s with the guardrail saying %s', (stop, action, code) => {
  const check = (): void => requireWhole({ stop, verdict: { action } });
  if (code === undefined) expect(check).not.toThrow();
  else expect(check).toThrow(code);
});

test.each([
  [0.7, 0.7, false],
  [0.7, 0.69, true],
  [0.7, undefined, false],
  [undefined, 0, false],
])('least grounding %p and a score of %p', (minimumGrounding, grounding, fails) => {
  const check = (): void =>
    requireGrounded(
      { verdict: { action: 'none', ...(grounding === undefined ? {} : { grounding }) } },
      minimumGrounding === undefined ? {} : { minimumGrounding },
    );
  if (fails) expect(check).toThrow('GROUNDING_TOO_LOW');
  else expect(check).not.toThrow();
});

test('an answer of the most units passes, and one unit more does not', () => {
  const most = 'a'.repeat(10 * MOST_UNITS_A_TOKEN);
  expect(requireOrdinary(most, { maxOutputTokens: 10 })).toBe(0);
  expect(() => requireOrdinary(`${most}a`, { maxOutputTokens: 10 })).toThrow('OUTPUT_TOO_LONG');
});

test('prose is far below the limit of entropy, and encoded data above it, wherever it stands', () => {
  const prose = PROSE.repeat(10);
  expect(entropyMillibits(prose)).toBeLessThan(MOST_MILLIBITS - 500);
  const data = randomBytes(600).toString('base64');
  expect(entropyMillibits(data)).toBeGreaterThan(MOST_MILLIBITS);
  expect(() => requireOrdinary(prose + data + prose, { maxOutputTokens: 5000 })).toThrow('ENTROPY_EXCEEDED');
  // as said in its comment
  expect(entropyMillibits(randomBytes(600).toString('hex'))).toBeLessThan(MOST_MILLIBITS);
  expect(entropyMillibits('\u5409\u7965'.repeat(400))).toBe(0);
});

test('tokens are random, and count for nothing', () => {
  const tokens = new RequestTokens();
  const text = Array.from({ length: 60 }, (_, at) => tokens.tokenFor('NAME', `Name${at}`)).join(' ');
  expect(entropyMillibits(text)).toBe(0);
  expect(entropyMillibits(text.replaceAll('[', '{'))).toBeGreaterThan(MOST_MILLIBITS - 600);
});

test('a short text has no entropy to speak of', () => {
  const data = randomBytes(LEAST_UNITS).toString('base64');
  expect(entropyMillibits(data.slice(0, LEAST_UNITS - 1))).toBe(0);
  expect(entropyMillibits(data.slice(0, LEAST_UNITS))).toBeGreaterThan(0);
});

test('a mark that has begun is held back, and let go when it is none', () => {
  const tail = new TokenTail();
  expect([tail.push('so [NA'), tail.push('ME:abc'), tail.push('] went [home'), tail.end()]).toEqual([
    'so ',
    '',
    '[NAME:abc] went ',
    '[home',
  ]);
  const long = `[${'x'.repeat(95)}`;
  expect(tail.push(long)).toBe(long);
});

describe('a stream', () => {
  const over = (
    sent: string,
    tokens: RequestTokens,
    reidentify = false,
    onLeak: 'mask' | 'refuse' = 'mask',
  ) =>
    new CleanStream(
      { sent, tokens, manifest: manifest(), request: { ...request(), reidentify } as never },
      redactor,
      onLeak,
    );

  function split(text: string, at: readonly number[]): string[] {
    const edges = [...new Set(at.map((each) => each % text.length))].toSorted((a, b) => a - b);
    return [...edges, text.length].map((edge, index) => text.slice(edges[index - 1] ?? 0, edge));
  }

  test('however it is split, no identifier leaves and every token is turned back whole', () => {
    const tokens = new RequestTokens();
    const ours = tokens.tokenFor('NAME', 'Marlowe Quillfeather');
    const foreign = new RequestTokens().tokenFor('SSN', '512-45-7788');
    const text = `${PROSE}${ours} was seen by Dr. Isolde Vantongeren, SSN 512-45-7788, ${foreign}. ${PROSE}`;
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.boolean(), (at, reidentify) => {
        const stream = over(ours, tokens, reidentify);
        const shown = [...split(text, at).map((piece) => stream.push(piece)), stream.end()];
        // not in any beginning of it either
        expect(shown.join('')).not.toMatch(/Isolde|Vantongeren|512-45/u);
        expect(shown.join('')).toContain(reidentify ? 'Marlowe Quillfeather was' : `${ours} was`);
        expect(stream.text).not.toContain('Quillfeather');
        expect(stream.findings.redactions['FOREIGN_TOKEN']).toBe(1);
        expect(stream.findings.leaks).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  test('a token is turned back whole where no white space parts what is around it', () => {
    const tokens = new RequestTokens();
    const ours = tokens.tokenFor('NAME', 'Marlowe Quillfeather');
    const around = 'Abc,'.repeat(90);
    const stream = over(ours, tokens, true);
    const shown = [...`${around}${ours}${around}`.split('').map((piece) => stream.push(piece)), stream.end()];
    expect(shown.join('')).toContain('Marlowe Quillfeather');
    expect(stream.findings.redactions['FOREIGN_TOKEN']).toBeUndefined();
  });

  test('it breaks off before a leak leaves, where the policy refuses', () => {
    const stream = over('', new RequestTokens(), false, 'refuse');
    const shown = [stream.push(PROSE)];
    expect(() => {
      shown.push(stream.push(`SSN 512-45-7788. ${PROSE}`));
      shown.push(stream.end());
    }).toThrow('IDENTIFIER_LEAKED');
    expect(shown.join('')).not.toContain('512');
  });

  test('it breaks off in encoded data', () => {
    const stream = over('', new RequestTokens());
    expect(() => {
      stream.push(PROSE.repeat(3));
      stream.push(
        `${randomBytes(900)
          .toString('base64')
          .replaceAll(/(.{60})/gu, '$1 ')} `,
      );
      stream.end();
    }).toThrow('ENTROPY_EXCEEDED');
  });
});

test('metadata of a request has the characters and lengths that Bedrock takes, and at most 16 pairs', () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, 'v']));
  expect(Object.keys(requestMetadata(many))).toHaveLength(16);
  const { a = '' } = requestMetadata({ a: `x\u0000é(${'y'.repeat(400)}` });
  expect(a).toMatch(/^[a-zA-Z0-9:_@$#=/+,.-]{256}$/u);
});
