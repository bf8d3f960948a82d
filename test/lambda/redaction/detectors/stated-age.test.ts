import { isOver89 } from '../../../../lambda/redaction/detectors/stated-age';

test.each([
  '90',
  '104',
  '92-year-old',
  'ninety-two',
  'in her nineties',
  'one hundred',
  'nonagenarian',
  '９３',
])('%s is an age to remove', (age) => {
  expect(isOver89(age)).toBe(true);
});

test.each(['89', '9', '42 y/o', 'forty-two', 'infant', '1998', ''])('%s is an age that stays', (age) => {
  expect(isOver89(age)).toBe(false);
});
