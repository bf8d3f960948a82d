import { socialSecurityNumber } from '../../../../lambda/redaction/recognizers/social-security-number';
import { recognized } from '../../../support/recognized';

test.each([
  ['512-45-7788', '512-45-7788'],
  ['512 45 7788', '512 45 7788'],
  ['512.45.7788', '512.45.7788'],
  ['SSN: 512457788', '512457788'],
  ['SSN is 512457788', '512457788'],
  ['social security number 512-45-7788', '512-45-7788'],
  ['Social: 512457788', '512457788'],
  ['SS# 512457788', '512457788'],
  ['900-45-7788', '900-45-7788'],
  ['000-00-0000', '000-00-0000'],
  ['SSN ***-**-7788', '***-**-7788'],
  ['xxx-xx-7788', 'xxx-xx-7788'],
  ['SSN ending in 7788', '7788'],
  ['last four of SSN: 7788', '7788'],
  ['last 4 of social is 7788', '7788'],
])('finds the number in: %s', (text, found) => {
  expect(recognized(socialSecurityNumber, text)).toEqual([found]);
});

test.each([
  '512-457-7880',
  '5124-57-788',
  'social history: quit smoking in 2019',
  'ss 2024',
  'last 4 weeks',
  'last four visits 120',
])('leaves alone: %s', (text) => {
  expect(recognized(socialSecurityNumber, text)).toEqual([]);
});
