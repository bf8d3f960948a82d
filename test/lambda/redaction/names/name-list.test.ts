import { lookUpName } from '../../../../lambda/redaction/names/name-list';

test.each(['maria', 'james', 'robert', 'josé', 'siobhan'])('%s is a first name', (name) => {
  expect(lookUpName(name).listing).toBe('first');
});

test.each(['garcia', 'nguyen', 'rodríguez', "o'brien"])('%s is a name', (name) => {
  expect(lookUpName(name).listing).not.toBe('none');
});

test.each(['rose', 'grace', 'hope', 'brown', 'woods'])('%s is a name and a word', (name) => {
  expect(lookUpName(name)).toMatchObject({ alsoWord: true });
});

test.each(['metoprolol', 'hepatitis', 'x', '', 'иван'])('%j is no name', (word) => {
  expect(lookUpName(word).listing).toBe('none');
});
