import { matchAt, type Recognizer } from '../recognizer';
import { kindAt, OTHER } from '../letters';
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
  qualifiedCues: ['vehicle', 'plate'],
});

// 17 signs without I, O and Q. The check digit names but never excuses: a mistyped VIN still points at a person.
const VIN = /[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/y;

export const vehicleIdentifier: Recognizer = {
  name: cued.name,
  find(reading) {
    const found = cued.find(reading);
    for (const { start, end } of [...reading.digits, ...reading.words]) {
      // figures and letters mixed: the first run must touch another
      if (kindAt(reading.text, end) === OTHER || /[A-Za-z0-9_-]/.test(reading.text.charAt(start - 1)))
        continue;
      const match = matchAt(VIN, reading.text, start);
      if (match && /\d.*\d.*\d/.test(match[0]) && /[A-Z]/.test(match[0])) {
        found.push({ start, end: start + 17, category: 'VEHICLE', detector: cued.name, score: 0.8 });
      }
    }
    return found;
  },
};
