import { phone } from '../../../../lambda/redaction/recognizers/phone';
import { recognized, spansOf } from '../../../support/recognized';

test.each([
  ['call 312-555-0187', '312-555-0187'],
  ['(312) 555-0187', '(312) 555-0187'],
  ['(312)555-0187', '(312)555-0187'],
  ['312.555.0187', '312.555.0187'],
  ['312 555 0187', '312 555 0187'],
  ['+1 312 555 0187', '+1 312 555 0187'],
  ['1-800-555-0187', '1-800-555-0187'],
  ['312-555-0187 x204', '312-555-0187 x204'],
  ['312-555-0187 ext. 204', '312-555-0187 ext. 204'],
  ['phone: 3125550187', '3125550187'],
  ['cell number is 3125550187', '3125550187'],
  ['+44 20 7946 0958', '+44 20 7946 0958'],
  ['callback 555-0187', '555-0187'],
  ['pager 20417', '20417'],
  ['pager # 245-3637', '245-3637'],
  ['extension 4471', '4471'],
  ['Mom (312-555-0187) called', '312-555-0187'],
])('finds the number in: %s', (text, found) => {
  expect(recognized(phone, text)).toEqual([found]);
});

test('calls a number after "fax" a fax number', () => {
  const text = 'Fax: (312) 555-0188';
  const [span] = spansOf([phone], text).toSorted((a, b) => b.score - a.score);
  expect(span).toMatchObject({ category: 'FAX', end: text.length });
});

test.each([
  'BP 120/80, HR 72',
  'range 150-4000 mg',
  'platelets 150-4000 K/uL',
  'called at 10:30',
  'home for 14 days',
  'NDC 0093-7146-56',
  'code 99213-25',
  'ICD-10 E11.65',
  'work 40 hours',
])('leaves alone: %s', (text) => {
  expect(recognized(phone, text)).toEqual([]);
});
