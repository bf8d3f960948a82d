import { lexemeOf } from '../../../lambda/redaction/lexeme';
import { read } from '../../../lambda/redaction/reading';

test.each(['maria', 'james', 'robert', 'josé', 'siobhan'])('%s is a given name', (name) => {
  expect(lexemeOf(name).listing).toBe('first');
});

test.each(['garcia', 'nguyen', 'rodríguez', "o'brien"])('%s is on a list of names', (name) => {
  expect(lexemeOf(name).listing).not.toBe('none');
});

test.each(['rose', 'grace', 'hope', 'brown', 'woods'])('%s is a name and a word', (name) => {
  expect(lexemeOf(name)).toMatchObject({ alsoWord: true, novel: false });
});

test.each(['metoprolol', 'hepatitis', 'x', '', "i'm", "she'll"])('%j is no name and nothing new', (word) => {
  expect(lexemeOf(word)).toMatchObject({ listing: 'none', novel: false });
});

test.each(['afebrile', 'noncontributory', 'neurovascularly', 'reassessed', 'verbalized'])(
  '%s is built from a word and so nothing new',
  (word) => {
    expect(lexemeOf(word).novel).toBe(false);
  },
);

test.each(['bazhenova', 'qwirtola', 'þorvaldsdóttir', 'иванова'])('%s is a word no list holds', (word) => {
  expect(lexemeOf(word)).toMatchObject({ word: false, novel: true });
});

test.each(['bcrnst', 'xkcd'])('%s has no vowel and is an abbreviation rather than a name', (word) => {
  expect(lexemeOf(word).novel).toBe(false);
});

test('gives one object for a word however it is written', () => {
  const lexemes = read('Rivera RIVERA rivera').words.map(({ lexeme }) => lexeme);
  expect(new Set([...lexemes, lexemeOf('rivera')]).size).toBe(1);
});

test('stays right when more words come than it keeps', () => {
  // three times as many as it has places for
  const words = Array.from({ length: 50_000 }, (_, index) => `w${index.toString(36)}`);
  expect(words.filter((word) => lexemeOf(word).lower !== word)).toEqual([]);
});
