import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const V4 = new RegExp(`${OCTET}(?:\\.${OCTET}){3}(?:/\\d{1,2})?(?![\\w]|\\.\\d)`, 'y');
const HEX = '[0-9A-Fa-f]{1,4}';
// Eight groups, or fewer around one "::", optionally ending in an IPv4 address, a zone and a prefix length
const V6 = new RegExp(
  `(?:(?:${HEX}:){7}${HEX}|(?:${HEX}:){1,7}:(?:(?:${HEX}:){0,6}(?:${OCTET}(?:\\.${OCTET}){3}|${HEX}))?|::(?:${HEX}:){0,6}(?:${OCTET}(?:\\.${OCTET}){3}|${HEX}))(?:%\\w{1,16})?(?:/\\d{1,3})?(?![\\w:])`,
  'y',
);
const HEX_SIGN = /[0-9A-Fa-f]/;

export const ipAddress: Recognizer = {
  name: 'ip-address',
  find({ text, digits }) {
    const found: Span[] = [];
    const add = (start: number, end: number): void => {
      found.push({ start, end, category: 'IP', detector: 'ip-address', score: 0.93 });
    };
    for (const { start, end } of digits) {
      if (text[end] !== '.' || /[\w.]/.test(text.charAt(start - 1))) continue;
      const match = matchAt(V4, text, start);
      if (match) add(start, start + match[0].length);
    }
    let covered = 0;
    for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      if (colon < covered) continue;
      let start = colon;
      while (start > covered && colon - start < 4 && HEX_SIGN.test(text.charAt(start - 1))) start--;
      if (/[\w:]/.test(text.charAt(start - 1))) continue;
      const match = matchAt(V6, text, start);
      // "::" in prose and code is no address: ask for a digit, or for a few groups
      if (match && (/\d/.test(match[0]) || match[0].length > 9) && match[0].length > 3) {
        covered = start + match[0].length;
        add(start, covered);
      }
    }
    return found;
  },
};
