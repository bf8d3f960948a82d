import * as fc from 'fast-check';
import { FAKE_NAMES } from '../../../../../lambda/redaction/operators/surrogates/fake-names';
import { surrogate } from '../../../../../lambda/redaction/operators/surrogate';

const secret = new Uint8Array(32).fill(6);
const prepare = surrogate(secret);

/** The fakes of the names in angle brackets, in one text of one subject. */
function fakes(marked: string, reference = 'p'): readonly string[] {
  const text = marked.replaceAll(/[<>]/g, '');
  const replacement = prepare(text, { subject: { reference } });
  const found: string[] = [];
  let removed = 0;
  for (const match of marked.matchAll(/<([^>]*)>/g)) {
    const start = match.index - removed;
    const end = start + (match[1]?.length ?? 0);
    removed += 2;
    found.push(replacement({ start, end, category: 'NAME', detector: 'x', score: 1 }));
  }
  return found;
}

const references = Array.from({ length: 12 }, (_, at) => `p-${at}`);
const [female, male, family] = [
  FAKE_NAMES.female,
  FAKE_NAMES.male,
  FAKE_NAMES.family,
] as readonly (readonly string[])[];

test.each([
  ['Ana Rivera', /^[A-Z][a-z]+ [A-Z][a-z]+$/],
  ['Rivera, Ana', /^[A-Z][a-z]+, [A-Z][a-z]+$/],
  ['RIVERA, ANA M.', /^[A-Z]{3,}, [A-Z]{3,} [A-Z]\.$/],
  ['ana rivera', /^[a-z]+ [a-z]+$/],
  ['A. Rivera', /^[A-Z]\. [A-Z][a-z]+$/],
  ['Ana R.', /^[A-Z][a-z]+ [A-Z]\.$/],
  ["Ana Rivera's", /^[A-Z][a-z]+ [A-Z][a-z]+'s$/],
  ['Smith-Jones', /^[A-Z][a-z]+-[A-Z][a-z]+$/],
  ["O'Brannagh", /^[A-Z][a-z]+$/],
  ['Ana de la Cruz Jr.', /^[A-Z][a-z]+ de la [A-Z][a-z]+ Jr\.$/],
  ['Dr. Rivera', /^Dr\. [A-Z][a-z]+$/],
  ['Ana\u200b Ri\u200bvera', /^[A-Z][a-z]+ [A-Z][a-z]+$/],
  ['李明', /^[A-Z][a-z]+$/],
  ['Ana7 Rivera', /^[A-Z][a-z]+\d [A-Z][a-z]+$/],
])('the fake of %s is written alike', (name, form) => {
  for (const reference of references) expect(fakes(`<${name}>`, reference)[0]).toMatch(form);
});

test.each([
  ['<Ana Rivera>', 'a woman’s given name', () => female],
  ['<Jonah Rivera>', 'a man’s given name', () => male],
  ['Mrs. <Xiomara Vance>', 'a woman’s title', () => female],
  ['his son <Xiomara Vance>', 'a word of kin', () => male],
  ['Rivera, <Ana>', 'a given name alone', () => female],
  ['<Xiomara Vance>', 'no sign of gender', () => FAKE_NAMES.either],
] as const)('%s: %s is kept', (marked, _, list) => {
  for (const reference of references) {
    expect(list() as readonly string[]).toContain(fakes(marked, reference)[0]?.split(' ')[0]);
  }
});

test('one person is one fake person in every writing', () => {
  for (const reference of references) {
    const [full, last, first, shouted, initial, reversed] = fakes(
      '<Ana Rivera>. <Rivera>! <Ana>, <RIVERA>. <A. Rivera> <Rivera, Ana>',
      reference,
    );
    const [given, surname] = full?.split(' ') ?? [];
    expect([last, first, shouted]).toEqual([surname, given, surname?.toUpperCase()]);
    expect(initial).toBe(`${given?.charAt(0)}. ${surname}`);
    expect(reversed).toBe(`${surname}, ${given}`);
  }
});

test('a name first met alone keeps its fake when it is met in full', () => {
  const [alone, full] = fakes('<Quillfeather> and <Quillfeather Okonkwo>');
  expect(full?.split(' ')[0]).toBe(alone);
});

test('two texts of one subject agree, in another process too', () => {
  const again = surrogate(secret)('Ana Rivera', { subject: { reference: 'p' } });
  const span = { start: 0, end: 10, category: 'NAME', detector: 'x', score: 1 } as const;
  expect(again(span)).toBe(fakes('<Ana Rivera>')[0]);
});

test('two people of one subject are two fake people', () => {
  const names = Array.from({ length: 40 }, (_, at) => `Qw${String.fromCharCode(97 + (at % 26), 97 + at)}elt`);
  const replaced = fakes(names.map((name) => `Mr. <${name}>`).join(' '));
  expect(new Set(replaced).size).toBe(names.length);
});

test('no fake name stands in the text, and a text that holds them all gets labels', () => {
  const most = family?.slice(1).join(' ') ?? '';
  expect(fakes(`Mr. <Rivera> ${most}`)).toEqual([family?.[0]]);
  expect(fakes(`Mr. <Rivera> ${family?.join(' ').toUpperCase()}`)).toEqual(['[NAME]']);
});

test('nothing that could be of the name is left, whatever it is made of', () => {
  const written = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(..."AnaRivera, .-'7".split('')),
    ),
    minLength: 1,
  });
  fc.assert(
    fc.property(written, (name) => {
      const clean = name.replaceAll(/[<>]/g, '');
      const [fake = ''] = fakes(`<${clean}>`);
      expect(fake).not.toBe(clean);
      for (const word of clean.match(/[\p{L}\p{M}]{5,}/gu) ?? []) {
        expect(fake.toLowerCase()).not.toContain(word.toLowerCase());
      }
    }),
  );
});
