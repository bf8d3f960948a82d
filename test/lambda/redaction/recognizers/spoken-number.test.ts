import { spokenNumber } from '../../../../lambda/redaction/recognizers/spoken-number';
import { recognized } from '../../../support/recognized';

test.each([
  'three one two, five five five, oh one eight seven',
  'three one two five five five zero one eight seven',
  'five five five, double one eight seven',
  'Three-one-two-five-five-five-oh',
])('finds the number said as: %s', (number) => {
  expect(recognized(spokenNumber, `call me at ${number} please`)).toEqual([number]);
});

test.each([
  'one two three',
  'three one two five five five',
  'two or three of the four',
  'seven. Nine of the eight were well',
])('leaves alone: %s', (text) => {
  expect(recognized(spokenNumber, text)).toEqual([]);
});
