import { createRedactor } from '../../../../lambda/redaction/redactor';
import { DocumentRedaction } from '../../../../lambda/redaction/structured/document-redaction';
import type { ReplaceField } from '../../../../lambda/redaction/structured/field';
import { cueOf, redactLeaves, type Piece } from '../../../../lambda/redaction/structured/leaves';
import { replacementsOf } from '../../../../lambda/redaction/structured/replacements';

const redactor = createRedactor();

/** Strings in brackets are leaves, all others stand around them. */
function redacted(
  pieces: readonly (string | [string])[],
  known: string[] = [],
  replaceField?: ReplaceField,
): { leaves: string[]; names: readonly string[]; counts: object } {
  const redaction = new DocumentRedaction({ redactor, ...(replaceField && { replaceField }) });
  for (const name of known) redaction.known.addName(name);
  const read = pieces.map((piece): Piece => (typeof piece === 'string' ? piece : { text: piece[0] }));
  const names = redactLeaves(read, redaction);
  const leaves = read.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));
  return { leaves, names, counts: redaction.counts };
}

test('a cue is read with its value and stays out of it', () => {
  expect(redacted(['mrn: ', ['55128'], '\n'])).toEqual({
    leaves: ['[MRN]'],
    names: [],
    counts: { MRN: 1 },
  });
});

test('a name that one leaf gives away goes from all, and is told', () => {
  const { leaves, names, counts } = redacted([['Patient: Zyx Qwelt'], '\n', ['Qwelt slept']]);
  expect(leaves).toEqual(['Patient: [NAME]', '[NAME] slept']);
  expect(names).toContain('Zyx Qwelt');
  expect(counts).toEqual({ NAME: 2 });
});

test('what stands in a cue alone is neither changed nor counted', () => {
  expect(redacted(['Dr. Okonkwo: ', ['fine'], '\n'])).toEqual({ leaves: ['fine'], names: [], counts: {} });
});

test('one replacement stands for leaves that touch, and one in each that does not', () => {
  expect(redacted([['Dr. Zy'], ['x Qwelt'], [' left']]).leaves).toEqual(['[NAME]', '', ' left']);
  const number = redacted([['SSN 512-45-'], '', ['7788']]);
  expect(number.leaves).toEqual(['SSN [SSN]', '[SSN]']);
  expect(number.counts).toEqual({ SSN: 2 });
});

test('values that fields gave are replaced as fields are, and what the profile leaves stays uncounted', () => {
  expect(redacted([['qwelt slept']], ['Qwelt'], () => 'Maria')).toMatchObject({
    leaves: ['Maria slept'],
    counts: { NAME: 1 },
  });
  expect(redacted([['qwelt slept']], ['Qwelt'], (_, value) => value)).toMatchObject({
    leaves: ['qwelt slept'],
    counts: {},
  });
});

test.each([
  ['patient_name', 'patient name: '],
  ['patientName', 'patient Name: '],
  ['memberID', 'member ID: '],
  ['MRN', 'MRN: '],
  ['adresse-naïve', 'adresse naïve: '],
])('%s is read as "%s"', (name, cue) => {
  expect(cueOf(name)).toBe(cue);
});

describe('what stands for each span', () => {
  const spans = [
    { start: 0, end: 3, category: 'NAME', detector: 'name', score: 1 },
    { start: 4, end: 5, category: 'MRN', detector: 'x', score: 1 },
  ] as const;

  test.each([
    ['labels', '[NAME] [MRN]!', ['[NAME]', '[MRN]']],
    ['fakes', 'Eva 7!', ['Eva', '7']],
    ['nothing', ' !', ['', '']],
    ['labels, where a text is none of these', 'other', ['[NAME]', '[MRN]']],
  ])('%s', (_, text, expected) => {
    expect(replacementsOf('Ana 5!', { text, spans })).toEqual(expected);
  });

  test('of spans without a gap, the last has what stands for both', () => {
    const [first, second] = spans;
    const touching = [first, { ...second, start: 3, end: 4 }];
    expect(replacementsOf('Ana5!', { text: 'Eva7!', spans: touching })).toEqual(['', 'Eva7']);
  });
});
