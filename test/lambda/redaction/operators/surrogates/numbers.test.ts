import * as fc from 'fast-check';
import type { Category } from '../../../../../lambda/redaction/category';
import { surrogate } from '../../../../../lambda/redaction/operators/surrogate';

const secret = new Uint8Array(32).fill(5);
const fakeOf = (category: Category, value: string, rest = '', reference = 'p'): string =>
  surrogate(secret)(value + rest, { subject: { reference } })({
    start: 0,
    end: value.length,
    category,
    detector: 'x',
    score: 1,
  });

test.each<[Category, string, RegExp]>([
  ['PHONE', '312-555-9187', /^[2-9]\d\d-555-01\d\d$/],
  ['PHONE', '(312) 555-9187', /^\([2-9]\d\d\) 555-01\d\d$/],
  ['PHONE', '+1 312.555.9187', /^\+1 [2-9]\d\d\.555\.01\d\d$/],
  ['PHONE', '555-9187', /^555-01\d\d$/],
  ['PHONE', '312-555-9187 ext. 44', /^[2-9]\d\d-555-01\d\d ext\. \d\d$/],
  ['PHONE', '+44 20 7946 0999', /^\+\d\d \d\d \d{4} \d{4}$/],
  ['FAX', '3125559187', /^[2-9]\d\d55501\d\d$/],
  ['SSN', '512-45-7788', /^9\d\d-[0-4]\d-\d{4}$/],
  ['SSN', '512457788', /^9\d\d[0-4]\d\d{4}$/],
  ['SSN', '***-**-4102', /^\*\*\*-\*\*-\d{4}$/],
  ['SSN', 'XXX-XX-4102', /^XXX-XX-\d{4}$/],
  ['MRN', '0044-5566', /^\d{4}-\d{4}$/],
  ['HEALTH_PLAN', 'Xk4471-99', /^[A-Z][a-z]\d{4}-\d\d$/],
  ['VEHICLE', '1HGCM82633A004352', /^\d[A-Z]{4}\d{5}[A-Z]\d{6}$/],
  ['MRN', '４４５５６６', /^\d{6}$/],
  ['MRN', '44\u200b5566', /^\d{6}$/],
  ['PHOTO', 'IMG_2231.jpg', /^[A-Z]{3}_\d{4}\.jpg$/],
  ['EMAIL', 'ana.rivera@clinic.com', /^[a-z]{8}@example\.org$/],
  ['URL', 'https://www.clinic.com/ana?id=7', /^https:\/\/www\.example\.org\/[a-z]{8}$/],
  ['URL', 'clinic.com/ana', /^example\.org\/[a-z]{8}$/],
  ['IP', '10.2.3.4', /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/],
  ['IP', 'fe80::1', /^2001:db8:[\da-f]{1,4}:[\da-f]{1,4}::[\da-f]{1,4}$/],
  ['AGE_OVER_89', '93', /^90\+$/],
  ['AGE_OVER_89', 'ninety-three', /^90\+$/],
])('a fake %s for %s has the form %s', (category, value, form) => {
  expect(fakeOf(category, value)).toMatch(form);
});

test('an age that is "90+" already gets no second sign', () => {
  expect(fakeOf('AGE_OVER_89', '90', '+ years')).toBe('90');
});

test('two writings of a phone number have the same fake', () => {
  const digits = (value: string): string => fakeOf('PHONE', value).replaceAll(/\D/g, '').slice(-10);
  expect(digits('(312) 555-9187')).toBe(digits('312-555-9187'));
  expect(digits('+1 312.555.9187')).toBe(digits('312-555-9187'));
});

test('two subjects have different fakes', () => {
  expect(fakeOf('MRN', '44556677', '', 'p')).not.toBe(fakeOf('MRN', '44556677', '', 'q'));
});

test.each<Category>(['MRN', 'PHONE', 'SSN', 'EMAIL', 'URL', 'IP', 'PHOTO', 'OTHER_ID'])(
  'a fake %s is never the value, whatever the value',
  (category) => {
    const value = fc.string({
      unit: fc.constantFrom(...'0123456789AZaz-._ @:é\u200b'.split('')),
      minLength: 1,
    });
    fc.assert(
      fc.property(value, fc.string(), (written, reference) => {
        expect(fakeOf(category, written, '', `p${reference}`)).not.toBe(written);
      }),
    );
  },
);

test('a fake that stands in the text is not used; when all do, the label is', () => {
  const all = Array.from({ length: 10 }, (_, digit) => `1${digit} 2${digit}`).join(' ');
  const others = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).join(' ');
  expect(fakeOf('MRN', '15', ` ${others}`)).toBe('[MRN]');
  expect(all).not.toContain(fakeOf('MRN', '15', ` ${all}`));
});
