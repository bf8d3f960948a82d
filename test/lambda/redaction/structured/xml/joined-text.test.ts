import { createDetector, replaceSpans } from '../../../../../lambda/redaction/detector';
import { TokenMap } from '../../../../../lambda/redaction/operators/token-map';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { countByCategory } from '../../../../../lambda/redaction/span';
import { DocumentRedaction } from '../../../../../lambda/redaction/structured/document-redaction';
import { redactJoined } from '../../../../../lambda/redaction/structured/xml/joined-text';
import { readXml } from '../../../../../lambda/redaction/structured/xml/xml-reader';
import { writeXml } from '../../../../../lambda/redaction/structured/xml/xml-writer';

const { detect } = createDetector();

/** Redacts with other replacements than labels. */
function redacted(xml: string, replacement: string): string {
  const redact = (text: string): { text: string; spans: ReturnType<typeof detect>; counts: object } => {
    const spans = detect(text);
    return { text: replaceSpans(text, spans, () => replacement), spans, counts: countByCategory(spans) };
  };
  const document = readXml(xml);
  redactJoined(document.root, new DocumentRedaction({ redactor: { redact } }));
  return writeXml(document);
}

const NOTE = '<p><b>Ana</b> <i>Okonkwo</i> and Dr. <b>Zelenko</b> came on 3/4/2024.</p>';

test.each([['Maria Lopez'], ['x'], [''], ['[NAME:a1B2c3D4e5F6g7H8]']])(
  'puts "%s" where each identifier started, in any markup',
  (replacement) => {
    const r = replacement;
    expect(redacted(NOTE, r)).toBe(`<p><b>${r}</b><i></i> and ${r}<b></b> came on ${r}.</p>`);
  },
);

test('keeps the markup where title and degree stay beside a token', () => {
  const { redact } = createRedactor({ operators: { default: 'token' } });
  const tokens = new TokenMap();
  const document = readXml(
    '<p>Dr. <b>Ana Okonkwo</b> 3/4/2024 <i>and</i> <b>Zelenko, MD</b> <i>came</i></p>',
  );
  redactJoined(
    document.root,
    new DocumentRedaction({ redactor: { redact: (text) => redact(text, { tokens }) } }),
  );
  expect(writeXml(document).replaceAll(/:[\w-]{16}\]/g, ']')).toBe(
    '<p>Dr. [NAME]<b></b> [DATE] <i>and</i> <b>[NAME], MD</b> <i>came</i></p>',
  );
});

test('leaves text and markup whole where a replacement looks like what follows it', () => {
  const xml = '<p>Dr. <b>Ana Okonkwo</b> and Dr. Zelenko <i>came</i></p>';
  const text = redacted(xml, 'Q and Dr. Q');
  expect(text.replaceAll(/<[^>]*>/g, '')).toBe('Q and Dr. Q and Q and Dr. Q came');
  expect(text.match(/<[^>]*>/g)).toEqual(xml.match(/<[^>]*>/g));
});

test('reads the cells of a row beside one another, and blocks apart', () => {
  expect(
    redacted('<t><tr><td>Name</td><td>Qwelt Zyx</td></tr><tr><td>Sodium</td><td>140</td></tr></t>', 'x'),
  ).toBe('<t><tr><td>Name</td><td>x</td></tr><tr><td>Sodium</td><td>140</td></tr></t>');
});
