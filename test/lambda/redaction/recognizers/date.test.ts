import { date } from '../../../../lambda/redaction/recognizers/date';
import { recognized } from '../../../support/recognized';

test.each([
  ['seen 03/14/2024', '03/14/2024'],
  ['seen 3/4/24', '3/4/24'],
  ['on 14.03.2024 at noon', '14.03.2024'],
  ['DOB 03-14-1950', '03-14-1950'],
  ['2024-03-14', '2024-03-14'],
  ['2024/03/14', '2024/03/14'],
  ['2024-03-14T09:30:00Z ok', '2024-03-14T09:30:00Z'],
  ['03/14/2024 09:30 AM', '03/14/2024 09:30 AM'],
  ['stamp 20240314', '20240314'],
  ['March 14, 2024', 'March 14, 2024'],
  ['March 14th', 'March 14th'],
  ['on Mar. 14 2024.', 'Mar. 14 2024'],
  ['14 March 2024', '14 March 2024'],
  ['the 14th of March', 'the 14th of March'],
  ['12-Mar-2024', '12-Mar-2024'],
  ['12MAR2024', '12MAR2024'],
  ['March 2024', 'March 2024'],
  ['March of 2024', 'March of 2024'],
  ['Sept 5', 'Sept 5'],
  ["Jan 15 '23", "Jan 15 '23"],
  ['March 3-5, 2024', 'March 3-5, 2024'],
  ['in March', 'March'],
  ['since last November', 'November'],
  ['started 02/2020', '02/2020'],
  ['seen on 3/12', '3/12'],
  ['Admit 3/12', '3/12'],
  ['d/c 3/12', '3/12'],
  ['on Tues 3/12', '3/12'],
  ['may 5th, 2024', 'may 5th, 2024'],
  ['on Christmas Eve', 'Christmas Eve'],
  ["New Year's Day", "New Year's Day"],
])('finds the date in: %s', (text, found) => {
  expect(recognized(date, text)).toEqual([found]);
});

test.each([
  'in 2019',
  'since 2019 she has',
  'BP 120/80',
  'strength 5/5 in both legs',
  'pain 2/10',
  'visual acuity 20/40',
  'you may 5 times a day',
  'may take 2 tablets',
  'march in place',
  'Monday at 10:30',
  'version 1.2',
  'twice in 3 months',
  'L4-5 disc',
  'T 98.6',
  '1/2 tablet',
  'over 10-14 days',
  'mean 13.5-17.5',
  'decrease by 25',
])('leaves alone: %s', (text) => {
  expect(recognized(date, text)).toEqual([]);
});
