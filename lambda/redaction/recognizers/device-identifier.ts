import type { Recognizer } from '../recognizer';
import { matchAt } from '../recognizer';
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
  name: cued.name,
  find(reading) {
    const { text } = reading;
    const found = cued.find(reading);
    const add = (start: number, length: number): void => {
      found.push({ start, end: start + length, category: 'DEVICE', detector: cued.name, score: 0.85 });
    };
    for (let at = text.indexOf('(01)'); at >= 0; at = text.indexOf('(01)', at + 4)) {
      const match = matchAt(GS1, text, at);
      if (match) add(at, match[0].length);
    }
    for (const { start } of [...reading.digits, ...reading.words]) {
      if (/[0-9A-Za-z:-]/.test(text.charAt(start - 1))) continue;
      const sign = text.charCodeAt(start + 2);
      if (sign !== 58 && sign !== 45) continue;
      const match = matchAt(MAC, text, start);
      if (match) add(start, match[0].length);
    }
    return found;
  },
};
