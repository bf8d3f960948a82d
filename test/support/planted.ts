import * as fc from 'fast-check';
import type { Category } from '../../lambda/redaction/category';

/** An invented identifier in the words around it, and the piece that must not survive. */
export interface Planted {
  readonly category: Category;
  readonly phrase: string;
  readonly value: string;
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const letters = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ'.split('')),
    minLength: length,
    maxLength: length,
  });
const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const plant = (
  category: Category,
  cues: readonly string[],
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Planted> =>
  fc.record({ cue: oneOf(...cues), value }).map((given) => ({
    category,
    phrase: given.cue.replace('%', given.value),
    value: given.value,
  }));

const given = oneOf(
  'Ana',
  'Jonah',
  'Priya',
  'Marlowe',
  'Isolde',
  'Tomasz',
  'Xiomara',
  'Wanjiru',
  'Björn',
  'Siobhán',
);
const surname = oneOf(
  'Rivera',
  'Quillfeather',
  'Okonkwo',
  "O'Brannagh",
  'Vantongeren',
  'Nguyen',
  'Smith-Jones',
  'Zelenko',
  'Qwelt',
);
const people = fc.tuple(given, surname).map((parts) => parts.join(' '));
const day = fc.tuple(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
  fc.integer({ min: 1920, max: 2026 }),
);
const dates = fc.oneof(
  day.map(([month, date, year]) => `${month}/${date}/${year}`),
  day.map(
    ([month, date, year]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  ),
  fc
    .tuple(oneOf('January', 'March', 'Sept.', 'Dec'), day)
    .map(([month, [, date, year]]) => `${month} ${date}, ${year}`),
);
const phones = fc
  .tuple(fc.integer({ min: 201, max: 989 }), digits(4), oneOf('%-555-', '(%) 555-', '%.555.'))
  .map(([area, line, shape]) => shape.replace('%', String(area)) + line);

/** One arbitrary per category of Safe Harbor. */
export const PLANTED: readonly fc.Arbitrary<Planted>[] = [
  plant(
    'NAME',
    ['Patient: %', 'seen by Dr. %', 'Name: %', 'Mrs. % called', '%, MD', 'signed by Dr. %,'],
    people,
  ),
  plant(
    'GEO',
    ['lives at %', 'Address: %', 'at %, Apt 4'],
    fc
      .tuple(
        fc.integer({ min: 1, max: 99_999 }),
        oneOf('Maple', 'Old Mill', 'N. Oak'),
        oneOf('St', 'Avenue', 'Road'),
      )
      .map((parts) => parts.join(' ')),
  ),
  plant('GEO', ['ZIP code %', 'of Dayton, OH %', 'ZIP: %'], digits(5)),
  plant('DATE', ['on %', 'DOB: %', 'admitted %.', '(%)'], dates),
  plant('PHONE', ['phone %', 'call % now', '(%)', 'Tel: %'], phones),
  plant('FAX', ['fax %', 'Fax: %', 'faxed to %'], phones),
  plant(
    'EMAIL',
    ['mail %', '<%>', 'e-mail: %.'],
    fc.tuple(given, digits(2)).map(([user, number]) => `${user.toLowerCase()}${number}@example.org`),
  ),
  plant(
    'SSN',
    ['SSN %', 'ssn: %', '%', 'social security number is %'],
    fc.tuple(digits(3), digits(2), digits(4)).map((parts) => parts.join('-')),
  ),
  plant('SSN', ['SSN %', 'SSN: %', 'social security no. %'], digits(9)),
  plant('MRN', ['MRN %', 'MRN: %', 'mrn #%', 'medical record number %', 'Patient ID: %'], digits(7)),
  plant(
    'HEALTH_PLAN',
    ['member ID %', 'Medicare number: %', 'policy #%'],
    fc.tuple(letters(3), digits(7)).map((parts) => parts.join('')),
  ),
  plant('ACCOUNT', ['account % ', 'Acct #: %', 'account number %'], digits(8)),
  plant('LICENSE', ["driver's license %", 'NPI %', 'License No. %'], digits(10)),
  plant(
    'VEHICLE',
    ['VIN %', 'license plate %'],
    fc.tuple(digits(1), letters(3), digits(4)).map((parts) => parts.join('')),
  ),
  plant(
    'DEVICE',
    ['serial number %', 'device ID: %', 'pacemaker serial %'],
    fc.tuple(letters(2), digits(6)).map((parts) => parts.join('-')),
  ),
  plant(
    'URL',
    ['see %', '(%)', 'at %.'],
    fc
      .tuple(letters(5), digits(3))
      .map(([host, page]) => `https://${host.toLowerCase()}.example.com/p/${page}`),
  ),
  plant(
    'IP',
    ['from %', 'IP: %', '(%)'],
    fc
      .tuple(fc.integer({ min: 1, max: 255 }), fc.integer({ min: 0, max: 255 }))
      .map(([a, b]) => `${a}.0.113.${b}`),
  ),
  plant(
    'BIOMETRIC',
    ['fingerprint ID %', 'biometric template: %'],
    fc.tuple(letters(2), digits(6)).map((parts) => parts.join('')),
  ),
  plant(
    'PHOTO',
    ['photo %', 'see % attached'],
    fc.tuple(letters(4), digits(4)).map((parts) => `${parts.join('_')}.jpg`),
  ),
  plant('OTHER_ID', ['encounter %', 'accession number: %', 'employee ID %'], digits(8)),
  plant(
    'AGE_OVER_89',
    ['a %-year-old', 'age: % ', 'aged % ', '% y/o', 'turned % in'],
    fc.integer({ min: 90, max: 112 }).map(String),
  ),
];

/** Sentences with nothing to find, to stand before and after. */
export const filler = oneOf(
  '',
  'No acute distress. ',
  'BP 120/80, HR 72, SpO2 98%. ',
  'Metformin 500 mg BID for Parkinson disease. ',
  'Lungs clear.\n',
  'Plan:\n- continue\n\t',
  'WBC 12.5, Hgb 13.1 g/dL; ',
  '\r\n\r\n',
);
