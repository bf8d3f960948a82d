import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { createHl7Redactor } from '../../../../../lambda/redaction/structured/hl7/hl7-redactor';
import { structuredErrorOf } from '../../../../support/structured-error-of';

const redactor = createRedactor();
const { redact } = createHl7Redactor({ redactor, thisYear: 2026 });
const runs = process.env['SLOW'] === undefined ? 150 : 5_000;
const fixture = (name: string): string => readFileSync(`test/fixtures/structured/${name}.hl7`, 'utf8');

const MSH = 'MSH|^~\\&|A|B|C|D|20240304||ADT^A01|1|P|2.5';

/** A redacted segment of a message. */
function segment(line: string, before = ''): string {
  const lines = redact(`${MSH}\r${before}${line}`).text.split('\r');
  return lines.at(-1) ?? '';
}

test.each(['adt-a01', 'oru-r01'])('nothing of an %s survives, and every field stays where it was', (name) => {
  const message = fixture(name);
  const { text } = redact(message);
  expect(text).not.toMatch(
    /quill|isolde|izzy|marlowe|zelenko|wanjiru|okonkwo|tomasz|edmund|vantongeren|larkspur|tamarack|harlow|lakeview|60693|887766|88-77|512-45|555-0|0304|0305|1103|D400|4433|556677|998877|XJH|GRP5544|SXNv/i,
  );
  const shape = (hl7: string): string[] =>
    hl7.split('\n').map((line) => `${line.slice(0, 3)} ${line.split('|').length}`);
  expect(shape(text)).toEqual(shape(message));
  expect(redact(text)).toEqual({ text, counts: {} });
});

test.each([
  ['a name', 'PID|1||||Quill^Isolde^M', 'PID|1||||[NAME]'],
  [
    'repetitions, each by its own kind',
    'PID|1||778^^^H^MR~512-45-7788^^^S^SS',
    'PID|1||[MRN]^^^^MR~[SSN]^^^^SS',
  ],
  [
    'an address: state, country and kind stay',
    'PID|1||||||||||4 Oak St^^Harlow^IL^60693^USA^H^^Cook',
    'PID|1||||||||||[GEO]^^[GEO]^IL^[GEO]^USA^H',
  ],
  ['a birth date: the year stays', 'PID|1||||||19850304', 'PID|1||||||1985'],
  ['the birth date of somebody of 90', 'PID|1||||||19360304', 'PID|1||||||'],
  ['a null', 'PID|1||||""', 'PID|1||||""'],
  ['text by the engine', 'NTE|1||seen by Dr. Okonkwo', 'NTE|1||seen by [NAME]'],
  ['a number', 'OBX|1|NM|8867-4^Heart rate^LN||72|/min', 'OBX|1|NM|8867-4^Heart rate^LN||72|/min'],
  ['a structured number', 'OBX|1|SN|1^x^LN||>^100', 'OBX|1|SN|1^x^LN||>^100'],
  [
    'what a number field holds against its type',
    'OBX|1|NM|1^x^LN||quillfeather',
    'OBX|1|NM|1^x^LN||[OTHER_ID]',
  ],
  ['a document', 'OBX|1|ED|1^x^LN||L^application^pdf^Base64^SXNv', 'OBX|1|ED|1^x^LN||[OTHER_ID]'],
  ['a value of a kind nobody knows', 'OBX|1|ZZ|1^x^LN||quillfeather', 'OBX|1|ZZ|1^x^LN||[OTHER_ID]'],
  [
    'a segment nobody knows',
    'ZPD|1|Quill|20240304|A|95|4455|he walks well with a cane',
    'ZPD|1|[OTHER_ID]|2024|A|[OTHER_ID]|[OTHER_ID]|he walks well with a cane',
  ],
  ['a line that is no segment', 'isolde quillfeather', '[OTHER_ID]'],
])('redacts %s', (_, line, expected) => {
  expect(segment(line)).toBe(expected);
});

test('reads escapes before looking, and writes them back', () => {
  expect(segment('OBX|1|FT|1^x^LN||Dr. \\X4F\\konkwo \\T\\ son\\.br\\T 38 \\R\\ 39')).toBe(
    'OBX|1|FT|1^x^LN||[NAME] \\T\\ son\\.br\\T 38 \\R\\ 39',
  );
  const untouched = 'OBX|1|FT|1^x^LN||\\H\\stable\\N\\ on 5 mg\\.br\\daily \\F\\ weekly';
  expect(segment(untouched)).toBe(untouched);
});

test('uses the delimiters that the message defines, each message its own', () => {
  const first = 'MSH*:;!%*A*B*C*D*20240304**ADT:A01*1*P*2.5\rPID*1****Quill:Isolde;Q:Izzy';
  const second = `${MSH}\rPID|1||||Qwelt^Zyx`;
  expect(redact(`${first}\r${second}`).text).toBe(
    'MSH*:;!%*[GEO]*[GEO]*[GEO]*[GEO]*2024**ADT:A01*[OTHER_ID]*P*2.5\rPID*1****[NAME];[NAME]\r' +
      'MSH|^~\\&|[GEO]|[GEO]|[GEO]|[GEO]|2024||ADT^A01|[OTHER_ID]|P|2.5\rPID|1||||[NAME]',
  );
});

test.each([['\r'], ['\n'], ['\r\n']])(
  'keeps line ends %j, empty lines, a byte order mark and MLLP frames',
  (end) => {
    const { text } = redact(`\ufeff\u000b${MSH}${end}${end}NTE|1||well${end}\u001c\r`);
    expect(text.endsWith(`${end}${end}NTE|1||well${end}\u001c\r`)).toBe(true);
    expect(text.startsWith('\ufeff\u000bMSH')).toBe(true);
  },
);

test('redacts a batch in a file', () => {
  const { text } = redact(
    `FHS|^~\\&|A|Lakeview|||20240304\rBHS|^~\\&|A|Lakeview\r${MSH}\rPID|1||||Quill\rBTS|1\rFTS|1`,
  );
  expect(text).toBe(
    'FHS|^~\\&|[GEO]|[GEO]|||2024\rBHS|^~\\&|[GEO]|[GEO]\rMSH|^~\\&|[GEO]|[GEO]|[GEO]|[GEO]|2024||ADT^A01|[OTHER_ID]|P|2.5\rPID|1||||[NAME]\rBTS|1\rFTS|1',
  );
});

test.each([
  ['does not start with MSH', 'PID|1||||Quillfeather'],
  ['is empty', ''],
  ['is something else', '{"name":"Quillfeather"}'],
  ['defines too few delimiters', 'MSH|^~\rPID|1||||Quillfeather'],
  ['defines one delimiter twice', 'MSH|^^\\&|Quillfeather'],
  ['defines a letter', 'MSHQ^~\\&Quillfeather'],
])('refuses a message that %s, and says nothing of it', (_, message) => {
  const error = structuredErrorOf(() => redact(message));
  expect(error.code).toBe('INVALID_HL7');
  expect(error.stack).not.toContain('Quill');
});

const SEGMENTS =
  'EVN PID PD1 NK1 PV1 PV2 IN1 IN2 GT1 ORC OBR OBX NTE DG1 AL1 PR1 TXA SPM MSA ROL RXA ZZZ Z01 QRD'.split(
    ' ',
  );

test('whatever field of whatever segment holds them, the name and number of the patient are gone', () => {
  const place = fc.record({
    name: fc.constantFrom(...SEGMENTS),
    field: fc.integer({ min: 1, max: 60 }),
    components: fc.integer({ min: 0, max: 6 }),
    value: fc.constantFrom(
      'Quillfeather',
      'QUILLFEATHER',
      'Isolde Quillfeather',
      'QX887766',
      '312-555-0187',
      'x&Isolde&y',
      '\\X51\\uillfeather',
    ),
  });
  const before = 'PID|1||QX887766^^^^MR||Quillfeather^Isolde||||||||312-555-0187\r';
  fc.assert(
    fc.property(place, ({ name, field, components, value }) => {
      const line = `${name}${'|'.repeat(field)}${'^'.repeat(components)}${value}`;
      expect(segment(line, before)).not.toMatch(/quillfeather|isolde|887766|555-0187|X51/i);
    }),
    { numRuns: runs * 4 },
  );
});

test('any text behind a header is redacted without an error, and a second time it stays', () => {
  const anything = fc.string({
    unit: fc.constantFrom(...'|^~\\&\r\nPID OBXNTE12é\ud800'.split(''), 'X41', '20240304'),
    maxLength: 120,
  });
  fc.assert(
    fc.property(anything, (rest) => {
      const { text } = redact(`${MSH}\r${rest}`);
      expect(redact(text).text).toBe(text);
    }),
    { numRuns: runs },
  );
});

test('ten megabytes take bounded time', () => {
  const message = `${MSH}\r${'OBX|1|ED|1^x^LN||^^^Base64^'.concat('SXNv'.repeat(250_000), '\r').repeat(10)}`;
  const start = process.cpuUsage();
  expect(redact(message).text.length).toBeLessThan(1_000);
  expect(process.cpuUsage(start).user).toBeLessThan(20_000_000);
});
