import * as fc from 'fast-check';
import { createRedactor } from '../../../../lambda/redaction/redactor';

const { redact } = createRedactor({ operators: { default: 'remove' } });

test('leaves nothing where an identifier stood', () => {
  expect(redact('Dr. Ana Rivera saw MRN 445566.').text).toBe(' saw MRN .');
});

test('reads again what a cut brought together', () => {
  // what is left of the first reading is a number of its own
  const text = 'call 312-512-45-7788555-0187 now, SSN 51512-45-77882-45-7788';
  const once = redact(text);
  expect(once.text).toBe('call -0187 now, SSN ');
  expect(redact(once.text)).toEqual({ text: once.text, spans: [], counts: {} });
});

test('the spans are those of the original, in order and apart, and make the output', () => {
  const unit = fc.constantFrom(
    '512-45-7788',
    '5',
    '12-',
    '45-',
    '7788',
    ' ',
    'SSN ',
    'a@',
    'b.org',
    'Dr. ',
    'Ana',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 24 }), (units) => {
      const text = units.join('');
      const { text: redacted, spans } = redact(text);
      let rest = '';
      let from = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        rest += text.slice(from, start);
        from = end;
      }
      expect(rest + text.slice(from)).toBe(redacted.replaceAll(/\[[A-Z_\d]+\]/g, ''));
      expect(redact(redacted).text).toBe(redacted);
    }),
    { numRuns: 500 },
  );
});
