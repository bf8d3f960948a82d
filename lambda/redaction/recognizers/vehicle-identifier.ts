import { isAlphanumericAt } from '../letters';
import { endOfMatch, type Recognizer } from '../recognizer';
import { cuedValue } from './cued-value';

const cued = cuedValue({
  name: 'vehicle-identifier',
  category: 'VEHICLE',
  cues: [
    'vin',
    'vehicle (?:id|identification|identifier|number|no\\.?|#|plate|tag)',
    'license plate',
    'licence plate',
    'number plate',
    'plate (?:number|no\\.?|#)',
    'license tag',
  ],
  qualifiedCues: ['vehicle', 'plate', 'tag'],
});

// 17 signs without I, O and Q. The check digit names but never excuses: a mistyped VIN still points at a person.
const LENGTH = 17;
const VIN = /[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/y;

export const vehicleIdentifier: Recognizer = {
  ...cued,
  atDigits({ text, digits }, at, found) {
    const run = digits[at];
    if (run === undefined || run.start < found.covered) return;
    // figures and letters mixed: the run must touch a letter
    if (!isAlphanumericAt(text, run.end) && !isAlphanumericAt(text, run.start - 1)) return;
    let start = run.start;
    while (run.start - start < LENGTH && isAlphanumericAt(text, start - 1)) start--;
    if (/[_-]/.test(text.charAt(start - 1))) return;
    if (isAlphanumericAt(text, start + LENGTH) || !isAlphanumericAt(text, start + LENGTH - 1)) return;
    const end = endOfMatch(VIN, text, start);
    if (end < 0) return;
    const value = text.slice(start, end);
    if (/\d.*\d.*\d/.test(value) && /[A-Z]/.test(value)) found.add(start, end, 0.8);
  },
};
