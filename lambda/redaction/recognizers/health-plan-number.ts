import { isAlphanumericAt, isUpper } from '../letters';
import { endOfMatch, type Recognizer } from '../recognizer';
import { cuedValue } from './cued-value';
import { digitsOf } from './digits-of';

const cued = cuedValue({
  name: 'health-plan-number',
  category: 'HEALTH_PLAN',
  cues: [
    'health plan(?: beneficiary| member)?',
    'health insurance(?: claim| policy| member)?',
    'insurance (?:id|policy|member|group|number|no\\.?|#)',
    'member (?:id|number|no\\.?|#)',
    'subscriber (?:id|number|no\\.?|#)',
    'beneficiary(?: id| number| no\\.?| #)?',
    'policy (?:id|number|no\\.?|#)',
    'policyholder',
    'group (?:id|number|no\\.?|#)',
    'plan (?:id|number|no\\.?|#)',
    'medicare',
    'medicaid',
    'mbi',
    'hicn',
    'hpbn',
    'tricare',
    'payer id',
    'payor id',
    'rx (?:bin|pcn)',
    'rxbin',
    'rxpcn',
  ],
  qualifiedCues: [
    'insurance',
    'member',
    'subscriber',
    'policy',
    'plan',
    'group',
    'payer',
    'payor',
    'coverage',
    'hmo',
    'ppo',
  ],
  accepts: (value) => digitsOf(value).length >= 3 && !/^(?:19|20)\d{2}$/.test(value),
});

// Medicare Beneficiary Identifier as CMS lays it out, printed 4-3-4 or without hyphens; letters without S, L, O, I, B and Z
const LETTER = '[AC-HJKMNP-RT-Y]';
const MBI = new RegExp(
  String.raw`[1-9]${LETTER}(?:${LETTER}|\d)\d-?${LETTER}(?:${LETTER}|\d)\d-?${LETTER}{2}\d{2}(?![A-Za-z0-9])`,
  'y',
);

export const healthPlanNumber: Recognizer = {
  ...cued,
  atDigits({ text, digits }, at, found) {
    const run = digits[at];
    if (run === undefined || run.start < found.covered || isAlphanumericAt(text, run.start - 1)) return;
    if (run.end - run.start === 1 && isUpper(text, run.end))
      found.add(run.start, endOfMatch(MBI, text, run.start), 0.9);
  },
};
