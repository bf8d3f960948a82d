import { DIGIT, kindAt, Signs, WORD_SIGNS } from '../letters';
import { endOfMatch, type Recognizer } from '../recognizer';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const V4 = new RegExp(`${OCTET}(?:\\.${OCTET}){3}(?:/\\d{1,2})?(?![\\w]|\\.\\d)`, 'y');
const HEX = '[0-9A-Fa-f]{1,4}';
// Eight groups, or fewer around one "::", optionally ending in an IPv4 address, a zone and a prefix length
const V6 = new RegExp(
  `(?:(?:${HEX}:){7}${HEX}|(?:${HEX}:){1,7}:(?:(?:${HEX}:){0,6}(?:${OCTET}(?:\\.${OCTET}){3}|${HEX}))?|::(?:${HEX}:){0,6}(?:${OCTET}(?:\\.${OCTET}){3}|${HEX}))(?:%\\w{1,16})?(?:/\\d{1,3})?(?![\\w:])`,
  'y',
);
const HEX_SIGNS = new Signs('0123456789ABCDEFabcdef');
const HEX_OR_COLON = new Signs('0123456789ABCDEFabcdef:');
const JOINED = new Signs(`${WORD_SIGNS}.`);
const WORD_OR_COLON = new Signs(`${WORD_SIGNS}:`);

export const ipAddress: Recognizer = {
  name: 'ip-address',
  category: 'IP',
  atDigits({ text, digits }, at, found) {
    const run = digits[at];
    if (run === undefined || text[run.end] !== '.' || kindAt(text, run.end + 1) !== DIGIT) return;
    if (run.end - run.start > 3 || JOINED.at(text, run.start - 1)) return;
    found.add(run.start, endOfMatch(V4, text, run.start), 0.93);
  },
  atSigns: new Map([
    [
      ':',
      ({ text }, colon, found) => {
        if (colon < found.covered || !HEX_OR_COLON.at(text, colon + 1)) return;
        let start = colon;
        while (start > found.covered && colon - start < 4 && HEX_SIGNS.at(text, start - 1)) start--;
        if (WORD_OR_COLON.at(text, start - 1)) return;
        const end = endOfMatch(V6, text, start);
        // "::" in prose and code is no address: ask for a digit, or for a few groups
        if (end - start > 3 && (end - start > 9 || /\d/.test(text.slice(start, end))))
          found.add(start, end, 0.93);
      },
    ],
  ]),
};
