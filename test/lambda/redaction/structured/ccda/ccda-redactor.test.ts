import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { createCcdaRedactor } from '../../../../../lambda/redaction/structured/ccda/ccda-redactor';
import { readXml } from '../../../../../lambda/redaction/structured/xml/xml-reader';
import { elementsIn, type XmlElement } from '../../../../../lambda/redaction/structured/xml/xml-tree';
import { withoutNewIds } from '../../../../support/new-ids';
import { structuredErrorOf } from '../../../../support/structured-error-of';

const { redact } = createCcdaRedactor({ redactor: createRedactor(), thisYear: 2026 });
const CCD = readFileSync('test/fixtures/structured/ccd.xml', 'utf8');
const wrap = (inside: string): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3">${inside}</ClinicalDocument>`;
const inner = (inside: string): string => {
  const { text } = redact(wrap(inside));
  return text.slice('<ClinicalDocument xmlns="urn:hl7-org:v3">'.length, -'</ClinicalDocument>'.length);
};
const shape = (element: XmlElement): unknown => [element.name, elementsIn(element).map(shape)];

test('nothing of a document survives, and every element stays where it was', () => {
  const { text } = redact(CCD);
  expect(withoutNewIds(text, CCD)).not.toMatch(
    /isolde|quill|izzy|okonkwo|tomasz|zelenko|wanj|larkspur|harlow|tamarack|lakeview|60693|7766|88-77|512-45|555-?01|1932175839|mail\.example|1\.2\.840|0304|0301|3\/4|SXNv|0c3151bd|ab1791b0|<!--|stylesheet/i,
  );
  expect(shape(readXml(text).root)).toEqual(shape(readXml(CCD).root));
  expect(redact(text)).toEqual({ text, counts: {} });
});

test.each([
  [
    'a name in parts',
    '<patient><name><given>Isolde</given> <family>Qwelt</family></name></patient>',
    '<patient><name><given>[NAME]</given> <family>[NAME]</family></name></patient>',
  ],
  [
    'a name of a person in one text',
    '<assignedPerson><name>Qwelt</name></assignedPerson>',
    '<assignedPerson><name>[NAME]</name></assignedPerson>',
  ],
  [
    'a name of an organization',
    '<representedOrganization><name>Lakeview</name></representedOrganization>',
    '<representedOrganization><name>[GEO]</name></representedOrganization>',
  ],
  [
    'the name of a drug not at all',
    '<manufacturedMaterial><name>Metformin</name></manufacturedMaterial>',
    '<manufacturedMaterial><name>Metformin</name></manufacturedMaterial>',
  ],
  ['a birth time: the year stays', '<birthTime value="198503041200-0600"/>', '<birthTime value="1985"/>'],
  ['the birth time of somebody of 90', '<birthTime value="19360304"/>', '<birthTime nullFlavor="MSK"/>'],
  ['an age of 89: it stays', '<value unit="a" value="89"/>', '<value unit="a" value="89"/>'],
  ['an age of 90', '<value unit="a" value="90"/>', '<value unit="a" nullFlavor="MSK"/>'],
  [
    'a number by its root',
    '<id root="2.16.840.1.113883.4.1" extension="512457788"/>',
    '<id root="2.16.840.1.113883.4.1" extension="[SSN]"/>',
  ],
  [
    'who assigned a number',
    '<id root="1.2.3" extension="1" assigningAuthorityName="Lakeview"/>',
    '<id extension="[OTHER_ID]" nullFlavor="MSK"/>',
  ],
  ['a fax', '<telecom value="fax:312-555-0187"/>', '<telecom value="fax:[FAX]"/>'],
  ['a number without a scheme', '<telecom value="312-555-0187"/>', '<telecom value="[PHONE]"/>'],
  ['an address in one text', '<addr>482 Larkspur Lane</addr>', '<addr>[GEO]</addr>'],
  [
    'words of a vocabulary not at all',
    '<code code="1" displayName="Parkinson disease"/>',
    '<code code="1" displayName="Parkinson disease"/>',
  ],
  [
    'a name over tags',
    '<text>Dr. <content>Mar</content>ia <content styleCode="Bold">Okonkwo</content> said</text>',
    '<text>[NAME]<content></content><content styleCode="Bold"></content> said</text>',
  ],
  [
    'a link',
    '<text><linkHtml href="tel:312">call 312-555-0187</linkHtml></text>',
    '<text><linkHtml>call [PHONE]</linkHtml></text>',
  ],
  [
    'a body in base64',
    '<text mediaType="application/pdf" representation="B64">SXNv</text>',
    '<text mediaType="application/pdf" representation="B64"></text>',
  ],
  ['an attribute nobody knows', '<code code="1" note="Qwelt"/>', '<code code="1"/>'],
  ['a text nobody expects', '<code>qwelt</code>', '<code>[OTHER_ID]</code>'],
  ['comments and instructions', '<!-- Qwelt --><?x Qwelt?><title>Note</title>', '<title>Note</title>'],
  ['text in CDATA', '<title><![CDATA[Dr. Okonkwo & son]]></title>', '<title>[NAME] &amp; son</title>'],
])('redacts %s', (_, given, expected) => {
  expect(inner(given)).toBe(expected);
});

test('an element named after the patient goes', () => {
  expect(inner('<patient><name><given>Qwelt</given></name></patient><x><Qwelt>1</Qwelt></x>')).toContain(
    '<x></x>',
  );
});

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "Qwelt">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "&a;&a;">`).join('')}]>`;

test.each([
  ['defines entities', `${LAUGHS}${wrap('&a8;')}`],
  ['fetches a file', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${wrap('Qwelt')}`],
  ['names an entity that XML has not', wrap('&Qwelt;')],
  ['is not closed', '<ClinicalDocument><Qwelt>'],
  ['is closed crosswise', '<ClinicalDocument><a><Qwelt></a></Qwelt></ClinicalDocument>'],
  ['has an attribute twice', wrap('<a Qwelt="1" Qwelt="2"/>')],
  ['has a lone surrogate', wrap('Qwelt \ud800')],
  ['is nested without end', '<ClinicalDocument>'.repeat(100_000)],
  ['is empty', ''],
])('refuses XML that %s, and says nothing of it', (_, xml) => {
  const error = structuredErrorOf(() => redact(xml));
  expect(error.code).toBe('INVALID_XML');
  expect(error.stack).not.toMatch(/Qwelt|passwd/);
});

test('refuses XML that is no ClinicalDocument', () => {
  expect(structuredErrorOf(() => redact('<Qwelt/>'))).toMatchObject({
    code: 'INVALID_CCDA',
    stack: expect.not.stringContaining('Qwelt') as string,
  });
});

test('takes a byte order mark and an attribute of ten megabytes', () => {
  const start = process.cpuUsage();
  const { text } = redact(`\ufeff${wrap(`<code note="${'Qwelt '.repeat(1_700_000)}"/>`)}`);
  expect(text.length).toBeLessThan(100);
  expect(process.cpuUsage(start).user).toBeLessThan(20_000_000);
});

test('wherever markup parts a name of the header, and whatever element holds it, nothing of it survives', () => {
  const name = fc.string({ unit: fc.constantFrom(...'bcdfgklmqxz'.split('')), minLength: 6, maxLength: 9 });
  const tag = fc.constantFrom(
    'title',
    'text',
    'originalText',
    'value',
    'code',
    'strange',
    'name',
    'addr',
    'desc',
  );
  fc.assert(
    fc.property(name, tag, fc.integer({ min: 1, max: 5 }), (name, tag, cut) => {
      const parted =
        tag === 'text' ? `${name.slice(0, cut)}<content>${name.slice(cut)}</content>` : name.toUpperCase();
      const header = `<patient><name><family>${name}</family></name></patient>`;
      const text = inner(`${header}<section><${tag} title="${name}">then ${parted} slept</${tag}></section>`);
      expect(text.replaceAll(/<[^>]*>/g, '').toLowerCase()).not.toContain(name);
      expect(text.toLowerCase()).not.toContain(name);
    }),
    { numRuns: process.env['SLOW'] === undefined ? 150 : 5_000 },
  );
});
