import { GAPS } from '../../../lib/compliance/law/gaps';
import { RULES } from '../../../lib/compliance/rules/registry';
import { z } from 'zod';
import catalogue from '../../../lib/compliance/law/controls.json';
import { controlById, isControlId, LAW, NEVER_CITED } from '../../../lib/compliance/law/law';
import proposal from '../../../lib/compliance/law/nprm-2025.json';

const LONGEST_SUMMARY = 160;
const LONGEST_DUTY = 140;

/** Section, then up to four levels: (a)(1)(i)(A). */
const PARAGRAPH = /^164\.(\d{3})(?:\(([a-z])\)(?:\((\d+)\)(?:\(([ivx]+)\)(?:\(([A-Z])\))?)?)?)?$/u;
const NUMERALS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

// no pipes or line breaks: the texts are printed in Markdown tables
const line = z.string().regex(/^[^|\r\n]+$/u);
const nist = z.array(z.string().regex(/^[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?$/u));
const date = z.iso.date();

const controlSchema = z.strictObject({
  id: z.string().regex(PARAGRAPH),
  title: line.min(3),
  type: z.enum(['standard', 'required', 'addressable']),
  rule: z.enum(['security', 'privacy', 'breach']),
  satisfiedBy: z.enum(['code', 'evidence', 'document', 'inherited']),
  summary: line
    .min(20)
    .max(LONGEST_SUMMARY)
    .regex(/^[A-Z].*[^.]\.$/u),
  remainingDuty: line
    .min(20)
    .max(LONGEST_DUTY)
    .regex(/^[a-z].*[^.]$/u),
  nist80053: nist,
  nist80053Additional: nist,
  source: z.url(),
});

const requirementSchema = z.strictObject({
  id: z.string().regex(/^NPRM (?:164\.\d{3}(?:\([A-Za-z0-9]+\))+|164\.306\/general|compliance-date)$/u),
  status: z.literal('PROPOSED'),
  title: line.min(3),
  summary: line.min(20).max(LONGEST_SUMMARY).regex(/\.$/u),
  currentParagraphs: z.array(z.string().regex(PARAGRAPH)),
  checked: z.boolean(),
});

const ids = LAW.controls.map(({ id }) => id);
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** One number per level, so that paragraphs compare in the order in which the law prints them. */
function rank(id: string): number[] {
  const [, section, letter, number, numeral, capital] = PARAGRAPH.exec(id) ?? [];
  return [
    Number(section),
    letter ? letter.charCodeAt(0) : 0,
    number ? Number(number) : 0,
    numeral ? NUMERALS.indexOf(numeral) + 1 : 0,
    capital ? capital.charCodeAt(0) : 0,
  ];
}

function inLegalOrder(first: string, second: string): number {
  const other = rank(second);
  return (
    rank(first)
      .map((part, level) => part - (other[level] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/** How many paragraphs of a section have a type. */
const count = (section: string, type: string) =>
  LAW.controls.filter((control) => control.id.startsWith(`${section}(`) && control.type === type).length;

test('the law has 150 paragraphs, each once and in legal order', () => {
  expect(ids).toHaveLength(150);
  expect(repeated(ids)).toEqual([]);
  expect(ids).toEqual(ids.toSorted(inLegalOrder));
});

test.each(catalogue.controls)('$id is a valid row', (row) => {
  expect(controlSchema.safeParse(row).error?.issues ?? []).toEqual([]);
});

test('the file says of what date it is, from where, and that it is no legal advice', () => {
  const { meta } = z
    .object({ meta: z.object({ asOf: date, sources: z.array(z.url()).min(1) }) })
    .parse(catalogue);
  expect(LAW.asOf).toBe(meta.asOf);
  expect(catalogue.meta.notLegalAdvice).toBe(true);
});

test('no two paragraphs share a summary or a remaining duty', () => {
  expect(repeated(LAW.controls.map(({ summary }) => summary.toLowerCase()))).toEqual([]);
  expect(repeated(LAW.controls.map(({ remainingDuty }) => remainingDuty.toLowerCase()))).toEqual([]);
});

test('each paragraph is listed under the rule of its section and links to it', () => {
  for (const { id, rule, source } of LAW.controls) {
    const section = Number(id.slice(4, 7));
    const expected = section >= 500 ? 'privacy' : section >= 400 ? 'breach' : 'security';
    expect([id, rule, source]).toEqual([
      id,
      expected,
      `https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/section-164.${section}`,
    ]);
  }
});

// Appendix A to subpart C lists 22 addressable and 14 required specifications
test.each([
  { section: '164.308', addressable: 11, required: 10 },
  { section: '164.310', addressable: 6, required: 2 },
  { section: '164.312', addressable: 5, required: 2 },
])('$section has the specifications that appendix A to subpart C lists', ({ section, ...expected }) => {
  expect({
    addressable: count(section, 'addressable'),
    required: count(section, 'required'),
  }).toEqual(expected);
});

// (b)(2) of 164.308 is counted apart from (b)(1), which appendix A lists for both
test.each([
  { section: '164.308', standards: 10 },
  { section: '164.310', standards: 4 },
  { section: '164.312', standards: 5 },
  { section: '164.314', standards: 2 },
  { section: '164.316', standards: 2 },
])('$section has $standards standards', ({ section, standards }) => {
  expect(count(section, 'standard')).toBe(standards);
});

test('only safeguards of the Security Rule are addressable', () => {
  const addressable = LAW.controls.filter(({ type }) => type === 'addressable');
  expect(addressable).toHaveLength(22);
  expect(addressable.filter(({ id }) => !/^164\.3(?:08|10|12)\(/u.test(id))).toEqual([]);
});

test('safe harbor has its eighteen identifiers', () => {
  const identifiers = ids.filter((id) => /^164\.514\(b\)\(2\)\(i\)\([A-R]\)$/u.test(id));
  expect(identifiers).toHaveLength(18);
});

test('only physical safeguards are inherited, and each asks for the report from AWS Artifact', () => {
  const inherited = LAW.controls.filter(({ satisfiedBy }) => satisfiedBy === 'inherited');
  expect(inherited).toHaveLength(8);
  for (const { id, remainingDuty } of inherited) {
    expect(id).toMatch(/^164\.310\(/u);
    expect(remainingDuty).toMatch(/\breport from AWS Artifact\b/u);
  }
});

test('the six-year rule is about documentation, not about logs', () => {
  const { summary, remainingDuty } = controlById('164.316(b)(2)(i)');
  expect(summary).toMatch(/documentation for six years/u);
  expect(summary).not.toMatch(/\blogs?\b/iu);
  expect(remainingDuty).toMatch(/how long logs are kept is a policy of your own/u);
});

test("our own NIST mappings never repeat NIST's", () => {
  for (const { id, nist80053, nist80053Additional } of LAW.controls) {
    expect([id, repeated([...nist80053, ...nist80053Additional])]).toEqual([id, []]);
  }
});

test('NIST maps the Security Rule alone', () => {
  expect(LAW.controls.filter(({ rule, nist80053 }) => rule !== 'security' && nist80053.length > 0)).toEqual(
    [],
  );
});

test('no text claims that anything is certified or compliant', () => {
  const texts = [catalogue, proposal].map((file) => JSON.stringify(file));
  for (const text of texts) expect(text).not.toMatch(/certifi(?:ed|es|cation)|compliant/iu);
});

test('the paragraphs that are never cited exist, each with a reason', () => {
  expect([...NEVER_CITED.keys()]).toEqual(['164.308(a)(4)(ii)(A)', '164.314(b)(2)(i)']);
  for (const [id, reason] of NEVER_CITED) {
    expect([id, isControlId(id)]).toEqual([id, true]);
    expect(reason.length).toBeGreaterThan(20);
  }
});

test('a paragraph is found by its id', () => {
  expect(isControlId('164.312(a)(2)(iv)')).toBe(true);
  expect(controlById('164.312(a)(2)(iv)')).toMatchObject({ type: 'addressable', rule: 'security' });
});

test.each(['164.312(z)', '164.312(B)', '164.312', '', 'toString', '__proto__'])(
  "fails on the unknown paragraph '%s'",
  (id) => {
    expect(isControlId(id)).toBe(false);
    expect(() => controlById(id)).toThrow(
      `unknown paragraph '${id}'; it is not in lib/compliance/law/controls.json`,
    );
  },
);

test.each(proposal.requirements)('$id is a valid row, marked as proposed', (row) => {
  expect(requirementSchema.safeParse(row).error?.issues ?? []).toEqual([]);
});

test('the proposal is never mistaken for law', () => {
  expect(proposal.meta).toMatchObject({ status: 'PROPOSED', notLegalAdvice: true });
  expect(proposal.meta.note).toMatch(/not law/u);
  expect(proposal.requirements.filter(({ id }) => isControlId(id))).toEqual([]);
  expect(repeated(proposal.requirements.map(({ id }) => id))).toEqual([]);
});

test('the proposal maps only to paragraphs of the law', () => {
  const mapped = proposal.requirements.flatMap(({ currentParagraphs }) => currentParagraphs);
  expect(mapped.length).toBeGreaterThan(0);
  expect(mapped.filter((id) => !isControlId(id))).toEqual([]);
});

describe('paragraphs that code can carry a part of', () => {
  const cited = new Set(RULES.flatMap(({ controls }) => controls));
  const ofCode = LAW.controls.filter(({ satisfiedBy }) => satisfiedBy === 'code');

  test.each(ofCode.map(({ id }) => ({ id })))('$id has a rule, or a reason why it has none', ({ id }) => {
    expect(cited.has(id) !== GAPS.has(id)).toBe(true);
  });

  test('the reasons are for such paragraphs only, and say something', () => {
    for (const [id, reason] of GAPS) {
      expect(ofCode.map((control) => control.id)).toContain(id);
      expect(reason).toMatch(/\S{3}.{20}/u);
    }
  });
});
