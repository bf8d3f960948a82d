import * as fc from 'fast-check';
import { CATEGORIES, type Category } from '../../../../lambda/redaction/category';
import { createProfile, type ProfileOptions } from '../../../../lambda/redaction/profiles/profile';
import { createRedactor } from '../../../../lambda/redaction/redactor';

const AGREEMENT = 'DUA-2031/7';
const DIRECT = CATEGORIES.filter((one) => !['GEO', 'DATE', 'OTHER_ID', 'AGE_OVER_89'].includes(one));

const goes = (options: ProfileOptions, category: Category, detector = 'any'): boolean =>
  createProfile(options).keeps({ start: 0, end: 1, category, detector, score: 1 });

test.each([undefined, 'safe-harbor', 'strict'] as const)('under %s everything found goes', (name) => {
  expect(CATEGORIES.filter((category) => !goes({ name }, category))).toEqual([]);
});

test('strict asks the detector to be eager, every other profile does not', () => {
  expect(createProfile({ name: 'strict' }).sensitivity).toBe('strict');
  expect(createProfile({}).sensitivity).toBe('balanced');
  expect(createProfile({ name: 'custom', categories: { DATE: 'keep' } }).sensitivity).toBe('balanced');
});

describe('a limited data set', () => {
  const limited = { name: 'limited-data-set', dataUseAgreement: AGREEMENT } as const;

  test.each(DIRECT)('loses %s, one of the 16 identifiers of 164.514(e)(2)', (category) => {
    expect(goes(limited, category)).toBe(true);
  });

  test.each(['DATE', 'AGE_OVER_89'] as const)('keeps %s', (category) => {
    expect(goes(limited, category)).toBe(false);
  });

  test.each([
    ['GEO', 'place', 'a town or ZIP code', false],
    ['GEO', 'street-address', 'a street', true],
    ['GEO', 'facility', 'a house that may be an employer', true],
    ['GEO', 'care-site', 'a house that may be an employer', true],
    ['GEO', 'a-detector-to-come', 'a place nobody has judged', true],
    ['OTHER_ID', 'other-identifier', 'an announced code', false],
    ['OTHER_ID', 'unlabelled-code', 'a code that may be any of the 16', true],
  ] as const)(
    'of %s by %s, %s: goes is %s'.replace('%s: goes', '%s; goes'),
    (category, detector, _, expected) => {
      expect(goes(limited, category, detector)).toBe(expected);
    },
  );

  test('is what comes out of a note', () => {
    const { redact } = createRedactor({ profile: limited });
    expect(
      redact('Dr. Ana Rivera, MRN 445566, seen 3/4/2024 aged 93, ZIP code 45402, encounter 20240311.').text,
    ).toBe('[NAME], MRN [MRN], seen 3/4/2024 aged 93, ZIP code 45402, encounter 20240311.');
  });

  test('keeps what a kept category names, though the catch-all for codes claims it too', () => {
    const { redact } = createRedactor({ profile: limited });
    const text = 'case no. 20240311, encounter 88123456 on 20240312';
    expect(redact(text)).toEqual({ text, spans: [], counts: {} });
    expect(redact(`${text}; 88123457`).text).toBe(`${text}; [OTHER_ID]`);
  });

  test('is the same when made again', () => {
    const { redact } = createRedactor({ profile: limited });
    const unit = fc.constantFrom(
      'encounter ',
      '20240311',
      '512-45-7788',
      'MRN ',
      '-',
      '/',
      '3/4/2024',
      ' ',
      '312-555-0187',
      'x',
      '[NAME]',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 16 }), (units) => {
        const once = redact(units.join('')).text;
        expect(redact(once)).toEqual({ text: once, spans: [], counts: {} });
      }),
      { numRuns: 1_000 },
    );
  });

  test('remembers the agreement', () => {
    expect(createProfile(limited).dataUseAgreement).toBe(AGREEMENT);
  });

  test('is refused without the id of a data use agreement', () => {
    expect(() => createRedactor({ profile: { name: 'limited-data-set' } })).toThrow(
      /needs the id of a data use agreement \(45 CFR 164\.514\(e\)\(4\)\)/,
    );
  });

  test.each([
    ['empty', ''],
    ['a space', ' '],
    ['space around it', ' DUA '],
    ['a line end', 'DUA\n'],
    ['129 characters', 'D'.repeat(129)],
  ])('is refused when the id is %s', (_, dataUseAgreement) => {
    expect(() => createProfile({ name: 'limited-data-set', dataUseAgreement })).toThrow(/1 to 128 printable/);
  });

  test.each(['D', 'D'.repeat(128), 'IRB 12 / DUA 7'])('takes the id %s', (dataUseAgreement) => {
    expect(createProfile({ name: 'limited-data-set', dataUseAgreement }).name).toBe('limited-data-set');
  });
});

test.each(['safe-harbor', 'strict'] as const)(
  '%s refuses a data use agreement: it discloses under none',
  (name) => {
    expect(() => createProfile({ name, dataUseAgreement: AGREEMENT })).toThrow(/takes no data use agreement/);
  },
);

describe('categories', () => {
  test('take out more than the profile does', () => {
    const options = {
      name: 'limited-data-set',
      dataUseAgreement: AGREEMENT,
      categories: { DATE: 'remove', GEO: 'remove' },
    } as const;
    expect(goes(options, 'DATE')).toBe(true);
    expect(goes(options, 'GEO', 'place')).toBe(true);
    expect(createProfile(options).name).toBe('limited-data-set');
  });

  test('keep what the profile takes out, which makes it a custom one', () => {
    const options = { name: 'safe-harbor', categories: { DATE: 'keep' } } as const;
    expect(goes(options, 'DATE')).toBe(false);
    expect(goes(options, 'NAME')).toBe(true);
    expect(createProfile(options).name).toBe('custom');
  });

  test('that say what the profile says anyway change nothing', () => {
    const options = {
      name: 'limited-data-set',
      dataUseAgreement: AGREEMENT,
      categories: { DATE: 'keep', NAME: 'remove' },
    } as const;
    expect(createProfile(options).name).toBe('limited-data-set');
  });
});

test('a custom profile takes out what it does not list', () => {
  const options = { name: 'custom', categories: { DATE: 'keep', AGE_OVER_89: 'keep' } } as const;
  expect(CATEGORIES.filter((category) => !goes(options, category))).toEqual(['DATE', 'AGE_OVER_89']);
});

test.each<[string, unknown, RegExp]>([
  [
    'an unknown profile',
    { name: 'safeharbor' },
    /unknown profile; give one of: safe-harbor, limited-data-set/,
  ],
  ['an unknown category', { categories: { Rivera: 'keep' } }, /unknown category; allowed: NAME, GEO/],
  [
    'an unknown decision',
    { categories: { NAME: 'Rivera' } },
    /'categories\.NAME' must be 'remove' or 'keep'/,
  ],
  ['a custom profile that lists nothing', { name: 'custom' }, /needs 'categories'/],
])('%s is refused, and not quoted', (_, options, message) => {
  const make = (): unknown => createRedactor({ profile: options as ProfileOptions });
  expect(make).toThrow(message);
  expect(make).toThrow(expect.not.stringMatching(/Rivera|safeharbor/) as Error);
  expect(make).toThrow(expect.objectContaining({ name: 'InvalidOptionError' }) as Error);
});
