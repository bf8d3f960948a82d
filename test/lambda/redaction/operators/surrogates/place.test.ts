import { FAKE_PLACES } from '../../../../../lambda/redaction/operators/surrogates/fake-names';
import { surrogate } from '../../../../../lambda/redaction/operators/surrogate';

const prepare = surrogate(new Uint8Array(32).fill(8));
const references = Array.from({ length: 12 }, (_, at) => `p-${at}`);
const fakeOf = (value: string, reference = 'p', rest = ''): string =>
  prepare(value + rest, { subject: { reference } })({
    start: 0,
    end: value.length,
    category: 'GEO',
    detector: 'x',
    score: 1,
  });

test.each([
  ['12 Oak Street', /^\d\d [A-Z][a-z]+ Street$/],
  ['12 Park Avenue, Apt 4B', /^\d\d (?!Park)[A-Z][a-z]+ Avenue, Apt \d[A-Z]$/],
  ['12 OAK ST', /^\d\d [A-Z]{3,} ST$/],
  ['Dayton, OH 45402', /^(?!Dayton)[A-Z][a-z]+, OH \d{5}$/],
  ['45402-1234', /^\d{5}-\d{4}$/],
  ['PO Box 471', /^PO Box \d{3}$/],
  ['P.O. Box 471', /^P\.O\. Box \d{3}$/],
  ['Oak Valley Hospital', /^(?!Oak)[A-Z][a-z]+ (?!Valley)[A-Z][a-z]+ Hospital$/],
  ["St. Mary's Hospital", /^[A-Z][a-z]+\. (?!Mary)[A-Z][a-z]+ Hospital$/],
  ['12 Oak St\nDayton', /^\d\d [A-Z][a-z]+ St\n[A-Z][a-z]+$/],
])('the fake of %s has the form %s', (value, form) => {
  for (const reference of references) expect(fakeOf(value, reference)).toMatch(form);
});

test('a town has one fake, alone or behind its street', () => {
  expect(fakeOf('12 Oak Street, Dayton')).toContain(fakeOf('Dayton'));
});

test.each([
  ['only words that stay', 'PO Box'],
  ['every fake place', 'Dayton', ` ${FAKE_PLACES.join(' ')}`],
])('a text that holds %s gets a label', (_, value, rest = '') => {
  expect(fakeOf(value, 'p', rest)).toBe('[GEO]');
});
