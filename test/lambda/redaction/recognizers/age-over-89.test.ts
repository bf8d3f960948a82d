import { ageOver89 } from '../../../../lambda/redaction/recognizers/age-over-89';
import { recognized } from '../../../support/recognized';

test.each([
  ['a 94-year-old woman', '94'],
  ['94 year old male', '94'],
  ['94 y/o M', '94'],
  ['a 91yo man', '91'],
  ['93 y.o. female', '93'],
  ['92 years of age', '92'],
  ['97 years young', '97'],
  ['98 yr old', '98'],
  ['Age: 91', '91'],
  ['AGE/SEX: 102 / F', '102'],
  ['age=95', '95'],
  ['aged 90', '90'],
  ['at the age of 96', '96'],
  ['died at age 91 of old age', '91'],
  ['she turned 92 last week', '92'],
  ['Patient is now 95, lives alone', '95'],
  ['He is 93 and well', '93'],
  ['his 95th birthday', '95th'],
  ['in her 90s', '90s'],
  ['in his late nineties', 'nineties'],
  ['aged ninety-three', 'ninety-three'],
  ['a ninety-four-year-old', 'ninety-four'],
  ['ninety seven years old', 'ninety seven'],
  ['one hundred and two years old', 'one hundred and two'],
  ['a centenarian', 'centenarian'],
  ['Pt is a 93F with', '93'],
  ['a 95 M', '95'],
  ['93F with pneumonia', '93'],
  ['His mother died at 93 of stroke', '93'],
  ['Born in 1921, lives alone', '1921'],
])('finds the age in: %s', (text, age) => {
  expect(recognized(ageOver89, text)).toEqual([age]);
});

test.each([
  'an 89-year-old woman',
  'a 65 y/o M',
  'age: 45',
  'aged eighty-nine',
  'SpO2 94 on room air',
  'HR 92, RR 18, T 98.6',
  'temperature 98F',
  'blood pressure 120/90',
  'weight 95 kg',
  'for 90 days',
  'glucose 110 mg/dL',
  'aged 95 days',
  '100 years ago',
  'one hundred percent',
  'born in the nineties',
  'smoked 95 pack years',
  'Temp 102F with chills',
  'born in 1985',
  'born 12/03/1921',
  'died at 95 weeks',
])('leaves alone: %s', (text) => {
  expect(recognized(ageOver89, text)).toEqual([]);
});
