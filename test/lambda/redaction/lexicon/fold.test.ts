import * as fc from 'fast-check';
import { fold } from '../../../../lambda/redaction/lexicon/fold';

test.each([
  ['Ana', 'ana'],
  ['JOSÉ', 'jose'],
  ['Jose\u0301', 'jose'],
  ['Müller', 'muller'],
  ['Nguyễn', 'nguyen'],
  ['Øyvind', 'oyvind'],
  ['Łukasz', 'lukasz'],
  ['Đorđe', 'dorde'],
  ['Guðrún', 'gudrun'],
  ['Þór', 'thor'],
  ['Groß', 'gross'],
  ['Bjærke', 'bjaerke'],
  ['Œuvray', 'oeuvray'],
  ['Işık', 'isik'],
  ['İnci', 'inci'],
  ["O'Brien", "o'brien"],
])('folds %s to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('leaves letters of other scripts', () => {
  expect(fold('Иван')).toBe('иван');
});

test('folds a folded text to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
