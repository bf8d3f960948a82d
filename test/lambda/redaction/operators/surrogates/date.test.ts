import * as fc from 'fast-check';
import { dateShift, shiftDate } from '../../../../../lambda/redaction/operators/surrogates/date';
import { deriveFor } from '../../../../../lambda/redaction/operators/surrogates/derivation';

test.each([
  ['3/4/2024', 10, '3/14/2024'],
  ['03/04/2024', 30, '04/03/2024'],
  ['12/31/2023', 1, '01/01/2024'],
  ['9/30/24', 1, '10/1/24'],
  ['3/31/24', 1, '4/1/24'],
  ['March 31, 2024', 1, 'April 1, 2024'],
  ['01/01/00', -1, '12/31/99'],
  ['12-31-99', 1, '01-01-00'],
  ['25/12/2024', 10, '04/01/2025'],
  ['25.12.2024', 10, '04.01.2025'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2024/1/9', 1, '2024/1/10'],
  ['2024-03-09T10:15:30.250Z', -9, '2024-02-29T10:15:30.250Z'],
  ['3/4/2024 at 10:15 pm', 1, '3/5/2024 at 10:15 pm'],
  ['20240309', 1, '20240310'],
  ['20240309101530', 1, '20240310101530'],
  ['March 3, 2024', 10, 'March 13, 2024'],
  ['MARCH 3, 2024', 30, 'APRIL 2, 2024'],
  ['march 3 2024', 30, 'april 2 2024'],
  ['Mar. 3, 2024', 300, 'Dec. 28, 2024'],
  ['Sept 3, 2024', 30, 'Oct 3, 2024'],
  ['March 3rd, 2024', 8, 'March 11th, 2024'],
  ['March 3rd, 2024', 18, 'March 21st, 2024'],
  ['March 3rd, 2024', 9, 'March 12th, 2024'],
  ['March 3rd, 2024', 20, 'March 23rd, 2024'],
  ["Mar 3 '24", 1, "Mar 4 '24"],
  ['3 March 2024', 1, '4 March 2024'],
  ['03 Mar 2024', 1, '04 Mar 2024'],
  ['3rd of March, 2024', -1, '2nd of March, 2024'],
  ['9MAR2024', 1, '10MAR2024'],
])('%s moved by %i days is %s', (written, days, expected) => {
  expect(shiftDate(written, days)).toBe(expected);
});

test.each([
  'March',
  'March 2024',
  'March 3',
  '3/4',
  '03/2024',
  '2024-03',
  'March 3-5, 2024',
  'Christmas',
  '2/30/2024',
  '13/13/2024',
  '2023-02-29',
  'Marchember 3, 2024',
  '3/4/2024 Rivera',
  '',
])('%s names no single day, so it is not moved', (written) => {
  expect(shiftDate(written, 10)).toBeUndefined();
});

test('intervals and writing are kept, whatever the two days', () => {
  const day = fc.date({ min: new Date('1905-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  const iso = (date: Date): string => date.toISOString().slice(0, 10);
  const days = fc.integer({ min: -364, max: 364 });
  fc.assert(
    fc.property(day, day, days, (one, other, shift) => {
      const moved = [one, other].map((date) => Date.parse(shiftDate(iso(date), shift) ?? ''));
      const given = [one, other].map((date) => Date.parse(iso(date)));
      expect((moved[1] ?? 0) - (moved[0] ?? 0)).toBe((given[1] ?? 0) - (given[0] ?? 0));
      expect(shiftDate(shiftDate(iso(one), shift) ?? '', -shift)).toBe(iso(one));
    }),
  );
});

describe('the shift of a subject', () => {
  const secret = new Uint8Array(32).fill(3);
  const shiftOf = (reference: string, key = secret): number => dateShift(deriveFor(key, reference));

  test('is the same in every process, and depends on the secret', () => {
    expect(shiftOf('p-1')).toBe(shiftOf('p-1'));
    const other = new Uint8Array(32).fill(4);
    expect(Array.from({ length: 20 }, (_, at) => shiftOf(`p-${at}`))).not.toEqual(
      Array.from({ length: 20 }, (_, at) => shiftOf(`p-${at}`, other)),
    );
  });

  test('is any whole number of days from -364 to 364, but never 0', () => {
    const shifts = new Set(Array.from({ length: 20_000 }, (_, at) => shiftOf(`p-${at}`)));
    expect(shifts.has(0)).toBe(false);
    expect(Math.min(...shifts)).toBe(-364);
    expect(Math.max(...shifts)).toBe(364);
    expect(shifts.size).toBe(728);
  });
});
