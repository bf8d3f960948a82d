import type { Recognizer } from '../../../../lambda/redaction/recognizer';
import { careSite } from '../../../../lambda/redaction/recognizers/care-site';
import { facility } from '../../../../lambda/redaction/recognizers/facility';
import { place } from '../../../../lambda/redaction/recognizers/place';
import { internationalStreet } from '../../../../lambda/redaction/recognizers/international-street';
import { streetAddress } from '../../../../lambda/redaction/recognizers/street-address';
import { recognized, spansOf } from '../../../support/recognized';

const FOUND: readonly (readonly [Recognizer, string, readonly string[]])[] = [
  [streetAddress, 'at 42 Maple Street', ['42 Maple Street']],
  [streetAddress, '1204 N. Oak Ave., Apt 3B', ['1204 N. Oak Ave., Apt 3B']],
  [streetAddress, '77 West 5th St', ['77 West 5th St']],
  [streetAddress, 'lives at 42 Maple', ['42 Maple']],
  [streetAddress, 'P.O. Box 4417', ['P.O. Box 4417']],
  [streetAddress, '42 Maple Street\nDayton, OH 45402', ['42 Maple Street', 'Dayton, OH 45402']],
  [streetAddress, '42 Elm St, Springfield, now', ['42 Elm St', 'Springfield']],
  [streetAddress, '42 Maple Street\nPhone: 555', ['42 Maple Street']],
  [streetAddress, '318 42 Maple Street Suite 9', ['318 42 Maple Street Suite 9']],
  [place, 'of Dayton, OH 45402', ['Dayton, OH', '45402']],
  [place, 'Ann Arbor, Michigan', ['Ann Arbor, Michigan']],
  [place, 'Salt Lake City, UT', ['Salt Lake City, UT']],
  [place, 'Portland, OR today', ['Portland, OR']],
  [place, 'New Haven, CT', ['New Haven, CT']],
  [place, 'ZIP: 3962', ['3962']],
  [place, 'postal code is K1A 0B1', ['K1A 0B1']],
  [place, 'ZIP code: 45402', ['45402']],
  [place, 'zip 45402-1234', ['45402-1234']],
  [place, 'Texas 77306', ['77306']],
  [place, 'She lives in Breckenridge.', ['Breckenridge']],
  [place, 'moved to Palo Alto', ['Palo Alto']],
  [place, 'a resident of Easton', ['Easton']],
  [internationalStreet, 'at rue de Provence 33', ['rue de Provence 33']],
  [internationalStreet, '12 ul. Polna 7', ['12 ul. Polna 7']],
  [internationalStreet, 'lives in Lindengasse 19 now', ['Lindengasse 19']],
  [
    internationalStreet,
    '4821 Fjellveien 12\n Apt. 4\n Tranby\n Norway 3408',
    ['4821 Fjellveien 12\n Apt. 4', 'Tranby\n Norway 3408'],
  ],
  [internationalStreet, 'Lindengasse 19, 1070 Wien', ['Lindengasse 19', '1070 Wien']],
  [internationalStreet, 'Lindengasse 19\n\nHistory', ['Lindengasse 19']],
  [facility, 'at Tacoma General Hospital', ['Tacoma General Hospital']],
  [facility, "St. Mary's Hospital", ["St. Mary's Hospital"]],
  [facility, 'Lakeview Clinic of Ohio', ['Lakeview Clinic of Ohio']],
  [facility, 'from the Rockingham Medical Center', ['Rockingham Medical Center']],
  [facility, "sent to Children's Hospital", ["Children's Hospital"]],
  [facility, 'Oak Park Elementary', ['Oak Park Elementary']],
  [careSite, 'seen at Lakeview on Monday', ['Lakeview']],
  [careSite, 'visited our Seattle clinic', ['Seattle clinic']],
  [careSite, 'from Chicago, seen', ['Chicago']],
  [careSite, 'admitted to Cedar Ridge, Los Angeles', ['Cedar Ridge, Los Angeles']],
];

test.each(FOUND.map(([recognizer, text, values]) => [recognizer.name, text, values, recognizer] as const))(
  '%s finds the places in: %s',
  (_, text, values, recognizer) => {
    expect(recognized(recognizer, text)).toEqual(values);
  },
);

const NEAR_MISSES: readonly (readonly [Recognizer, string])[] = [
  [streetAddress, '20 mg daily'],
  [streetAddress, '3 View chest film'],
  [streetAddress, '12 Lead ECG'],
  [streetAddress, '120/80 today'],
  [streetAddress, '5 days in a row'],
  [internationalStreet, '5 Metformin 500 mg'],
  [internationalStreet, '2 Tylenol 3 times'],
  [internationalStreet, 'the route was changed'],
  [internationalStreet, 'via catheter 12 hours'],
  [place, 'zip lock bag'],
  [place, 'from Texas'],
  [place, 'WBC 12500'],
  [place, 'code 99213'],
  [place, 'Labs, CT and MRI'],
  [place, 'Jane, MD'],
  [place, 'lives in a house'],
  [place, 'lives with Family'],
  [facility, 'the hospital'],
  [facility, 'Pain Clinic'],
  [facility, 'Urgent Care Center'],
  [facility, 'BRIEF HOSPITAL COURSE'],
  [facility, 'American Academy of Pediatrics'],
  [facility, 'Mental Health'],
  [careSite, 'admitted to ICU'],
  [careSite, 'seen in ED'],
  [careSite, 'transferred to Medicine'],
  [careSite, 'seen at bedside'],
  [careSite, 'Pain at Worst: 7'],
];

test('names the town below a street a place, which a limited data set keeps', () => {
  const spans = spansOf([streetAddress], '42 Maple Street\nDayton, OH 45402');
  expect(spans.map(({ detector }) => detector)).toEqual(expect.arrayContaining(['street-address', 'place']));
});

test.each(NEAR_MISSES.map(([recognizer, text]) => [recognizer.name, text, recognizer] as const))(
  '%s leaves alone: %s',
  (_, text, recognizer) => {
    expect(recognized(recognizer, text)).toEqual([]);
  },
);
