import { statSync } from 'node:fs';
import path from 'node:path';
import { LEXICON } from '../../../../lambda/redaction/lexicon/lexicon';

const MOST_BYTES = 250_000;

test('takes less than 250 KB', () => {
  const file = path.join(__dirname, '../../../../lambda/redaction/lexicon/lexicon.json');
  expect(statSync(file).size).toBeLessThan(MOST_BYTES);
});

const MEMBERS = {
  first: 'ana maria john mark rose priya jose lukasz jorgen bjorn soren xavier'.split(' '),
  surname: 'smith garcia nguyen obrien white patel gonzalez kowalski johansson'.split(' '),
  word: (
    "the patient mark rose white ran children didn't fever metoprolol lipitor zosyn rhonchi cbc copd escherichia monday " +
    'gastroenterologist appendectomy stethoscope edema oedema echocardiogram lymphadenopathy hispanic'
  ).split(' '),
  alsoWord: 'mark rose white will grace hope young king baker hunter'.split(' '),
  city: 'boston|chicago|los angeles|st louis|sao paulo|zurich|winston salem|nairobi|fresno'.split('|'),
};

const STRANGERS = {
  first: 'metoprolol hepatitis kitchen table'.split(' '),
  surname: 'metoprolol appendicitis echocardiogram'.split(' '),
  // Names, foreign ones and those of tests and diseases
  word: 'john maria peter charlotte kowalski johansson oyvind priya nguyen szymanski parkinson hodgkin crohn alzheimer hashimoto babinski romberg'.split(
    ' ',
  ),
  alsoWord: 'kowalski nguyen metoprolol'.split(' '),
  city: 'metoprolol|smith street|rose garden lane|the patient'.split('|'),
};

const LISTS = ['first', 'surname', 'word', 'alsoWord', 'city'] as const;

describe.each(LISTS)('the list %s', (list) => {
  test.each(MEMBERS[list])('holds "%s"', (entry) => {
    expect(LEXICON[list].has(entry)).toBe(true);
  });

  test.each(STRANGERS[list])('does not hold "%s"', (entry) => {
    expect(LEXICON[list].has(entry)).toBe(false);
  });
});

test.each([
  ['first', 1 / 256],
  ['surname', 1 / 64],
  ['word', 1 / 256],
  ['alsoWord', 1 / 64],
  ['city', 1 / 128],
] as const)('takes few invented words for one of the list %s', (list, promised) => {
  const invented = inventedWords(50_000);
  const taken = invented.filter((word) => LEXICON[list].has(word)).length;
  expect(taken / invented.length).toBeLessThan(promised * 1.2);
  expect(taken).toBeGreaterThan(0);
});

/** Words one can pronounce, too long for one to be in a list by chance. */
function inventedWords(count: number): string[] {
  let state = 20_260_101;
  const pick = (letters: string): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return letters.charAt(Math.floor((state / 2 ** 32) * letters.length));
  };
  const syllable = (): string => pick('bcdfghjklmnpqrstvwxz') + pick('aeiouy');
  return Array.from({ length: count }, () => Array.from({ length: 6 }, syllable).join(''));
}
