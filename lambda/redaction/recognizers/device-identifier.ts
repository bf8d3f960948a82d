import type { Reading } from '../reading';
import { endOfMatch, type Findings, type Recognizer } from '../recognizer';
import { cuedValue } from './cued-value';

const cued = cuedValue({
  name: 'device-identifier',
  category: 'DEVICE',
  cues: [
    'serial',
    's/n',
    'sn(?=\\s?[:#])',
    'device (?:id|identifier|serial|number|no\\.?|#|sn)',
    'udi',
    'imei',
    'meid',
    'implant (?:id|serial|number|no\\.?|#)',
    'pacemaker (?:id|serial|number|no\\.?|#|model)',
    'pump (?:id|serial|number|no\\.?|#)',
    'mac address',
    'lot (?:number|no\\.?|#)',
    'model (?:number|no\\.?|#)',
    'icd (?:serial|device)',
  ],
  qualifiedCues: [
    'device',
    'implant',
    'pacemaker',
    'pump',
    'defibrillator',
    'stent',
    'prosthesis',
    'monitor',
    'lot',
    'model',
    'equipment',
    'asset',
  ],
});

// Unique Device Identifier as GS1 prints it: (01) fourteen digits, then dates, lot and serial in brackets
const GS1 = /\(01\)\d{14}(?:\(\d{2}\)[A-Za-z0-9-]{1,20}){0,6}/y;
const MAC = /(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![0-9A-Za-z:-])/y;

export const deviceIdentifier: Recognizer = {
  ...cued,
  atDigits({ text, digits }, at, found) {
    const start = (digits[at]?.start ?? 0) - 1;
    if (start >= found.covered && text.startsWith('(01)', start))
      found.add(start, endOfMatch(GS1, text, start), 0.85);
  },
  atSigns: new Map([
    [':', mac],
    ['-', mac],
  ]),
};

/** Six pairs of hexadecimal digits; the sign is the first between them. */
function mac({ text }: Reading, at: number, found: Findings): void {
  const start = at - 2;
  if (start < found.covered || text[at] !== text[at + 3] || text[at] !== text[at + 6]) return;
  if (/[0-9A-Za-z:-]/.test(text.charAt(start - 1))) return;
  found.add(start, endOfMatch(MAC, text, start), 0.85);
}
