import { COUNTRIES, PEOPLES, REGIONS } from '../../../../lambda/redaction/lexicon/countries';
import { fold } from '../../../../lambda/redaction/lexicon/fold';
import { LEXICON } from '../../../../lambda/redaction/lexicon/lexicon';

test.each(['vietnam', 'united states', 'turkey'])('%s is a country', (name) => {
  expect(COUNTRIES.has(name)).toBe(true);
});

test.each(['boston', 'texas', 'vietnamese', ''])('"%s" is no country', (name) => {
  expect(COUNTRIES.has(name)).toBe(false);
});

test('every entry stands as it is looked up', () => {
  for (const entry of [...COUNTRIES, ...REGIONS, ...PEOPLES]) {
    expect(entry).toMatch(/^[a-z]+(?: [a-z]+)*$/);
    expect(fold(entry)).toBe(entry);
  }
});

test('every people is a word, so that its capital is no sign of a name', () => {
  expect([...PEOPLES].filter((people) => !LEXICON.word.has(people))).toEqual([]);
});
