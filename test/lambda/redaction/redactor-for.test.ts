import type { DocumentType } from '../../../lambda/redaction/document-type';
import { RedactionError } from '../../../lambda/redaction/errors';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { createRedactorFor } from '../../../lambda/redaction/redactor-for';

const redactorFor = createRedactorFor(createRedactor());
const redacted = async (type: DocumentType, document: string): Promise<string> =>
  (await redactorFor(type).redact(document)).text;

async function refusalOf(type: DocumentType, document: string): Promise<RedactionError> {
  const error: unknown = await redactorFor(type)
    .redact(document)
    .catch((reason: unknown) => reason);
  if (error instanceof RedactionError) return error;
  throw new Error('not refused');
}

test.each<[string, DocumentType, string, RegExp]>([
  ['JSON that is none', 'json', '{"note": Quillfeather}', /INVALID_JSON: .* unit 9/u],
  ['a key of JSON given twice', 'json', '{"Quillfeather":1,"Quillfeather":2}', /same key twice/u],
  ['a line of JSON that is none', 'json', '{"note":1}\n\n{"note": Quillfeather}', /line 3: INVALID_JSON/u],
  ['XML that is no C-CDA', 'xml', '<note>Quillfeather</note>', /INVALID_CCDA/u],
  [
    'FHIR in XML',
    'xml',
    '<Patient xmlns="http://hl7.org/fhir"><id value="Quillfeather"/></Patient>',
    /INVALID_CCDA/u,
  ],
  ['XML that is none', 'xml', '<ClinicalDocument>Quillfeather</note>', /INVALID_XML/u],
  [
    'an entity',
    'xml',
    '<!DOCTYPE note [<!ENTITY q "Quillfeather">]><ClinicalDocument>&q;</ClinicalDocument>',
    /DOCTYPE/u,
  ],
  ['HL7 without a header', 'hl7v2', 'PID|1||Quillfeather', /INVALID_HL7/u],
  ['a row of CSV with a field too many', 'csv', 'name\nQuillfeather,Marlowe\n', /INVALID_CSV: row 2/u],
  [
    'a row of tab-separated values with a field too few',
    'tsv',
    'name\tnote\nQuillfeather\n',
    /INVALID_CSV: row 2/u,
  ],
])('%s is refused, in words that hold nothing of it', async (_, type, document, told) => {
  const error = await refusalOf(type, document);
  expect(error.code).toBe('CONTENT_REFUSED');
  expect(error.message).toMatch(told);
  expect(`${error.stack}${String(error.cause)}`).not.toMatch(/Quill|Marlowe/u);
});

test.each<[string, DocumentType, string, string]>([
  [
    'JSON by its values, escapes read',
    'json',
    String.raw`{"note":"Seen by Dr.\nRivera\tat \"noon\"","mrn":55128841,"age":93,"fine":[1,true,null,"BP 120/80"]}`,
    String.raw`{"note":"Seen by Dr.\n[NAME]\tat \"noon\"","mrn":"[MRN]","age":"[AGE_OVER_89]","fine":[1,true,null,"BP 120/80"]}`,
  ],
  [
    'a name in JSON by its key',
    'json',
    String.raw`{"patient":"\u0051uillfeather, Marlowe"}`,
    '{"patient":"[NAME], [NAME]"}',
  ],
  ['JSON in JSON', 'json', '{"note":"{\\"ssn\\":\\"512-45-7788\\"}"}', '{"note":"{\\"ssn\\":\\"[SSN]\\"}"}'],
  ['keys of JSON', 'json', '{"512-45-7788":"yes"}', '{"[SSN]":"yes"}'],
  [
    'JSON a line',
    'json',
    '{"a":"Patient: Marlowe Quillfeather"}\n\n{"b":"SSN 512-45-7788"}\n',
    '{"a":"Patient: [NAME]"}\n\n{"b":"SSN [SSN]"}\n',
  ],
  ['a text of JSON', 'json', '"SSN 512-45-7788"', '"SSN [SSN]"'],
  [
    'FHIR by its elements',
    'json',
    '{"resourceType":"Patient","name":[{"family":"Qwelt"}],"birthDate":"2001-03-14"}\n',
    '{"resourceType":"Patient","name":[{"family":"[NAME]"}],"birthDate":"2001"}\n',
  ],
  [
    'a list of FHIR resources',
    'json',
    '[{"resourceType":"Patient","name":[{"given":["Zyx"]}]},{"resourceType":"Basic","code":{"text":"for Zyx"}}]',
    '[{"resourceType":"Patient","name":[{"given":["[NAME]"]}]},{"resourceType":"Basic","code":{"text":"for [NAME]"}}]',
  ],
  ['an empty list', 'json', '[]', '[]'],
  [
    'FHIR a line, among other JSON',
    'json',
    '{"resourceType":"Patient","name":[{"family":"Qwelt"}]}\n{"note":"SSN 512-45-7788"}\n',
    '{"resourceType":"Patient","name":[{"family":"[NAME]"}]}\n{"note":"SSN [SSN]"}\n',
  ],
  [
    'C-CDA by its elements',
    'xml',
    '<ClinicalDocument><title>Note on Qwelt</title><recordTarget><patientRole><patient><name><family>Qwelt</family></name></patient></patientRole></recordTarget></ClinicalDocument>',
    '<ClinicalDocument><title>Note on [NAME]</title><recordTarget><patientRole><patient><name><family>[NAME]</family></name></patient></patientRole></recordTarget></ClinicalDocument>',
  ],
  [
    'HL7 by its fields, escapes read',
    'hl7v2',
    String.raw`MSH|^~\&|A|B|||2024||ADT^A01|1|P|2.5|` +
      '\r' +
      String.raw`PID|1||||\X51\welt^Zyx` +
      '\r' +
      'NTE|1||Qwelt slept\r',
    String.raw`MSH|^~\&|[GEO]|[GEO]|||2024||ADT^A01|[OTHER_ID]|P|2.5|` +
      '\rPID|1||||[NAME]\rNTE|1||[NAME] slept\r',
  ],
  ['CSV by its columns', 'csv', 'mrn,note\n55128841,"fine, ""ok"""\n', 'mrn,note\n[MRN],"fine, ""ok"""\n'],
  ['tab-separated values by their columns', 'tsv', 'mrn\tnote\n55128841\ta, b\n', 'mrn\tnote\n[MRN]\ta, b\n'],
  ['text', 'text', 'SSN 512-45-7788, BP 120/80', 'SSN [SSN], BP 120/80'],
])('reads %s', async (_, type, document, expected) => {
  expect(await redacted(type, document)).toBe(expected);
  expect(await redacted(type, expected)).toBe(expected);
});

test.each<[string, DocumentType, string]>([
  ['JSON', 'json', '{"note":"Patient: Marlowe Quillfeather","more":"Marlowe was well","Quillfeather":1}'],
  ['CSV', 'csv', 'note,more\nPatient: Marlowe Quillfeather,Marlowe was well\n'],
])('finds in one value of %s what another gives away', async (_, type, document) => {
  expect(await redacted(type, document)).not.toMatch(/Marlowe|Quillfeather/u);
});

test('a failure of the engine is none of the document', async () => {
  const broken = createRedactorFor({
    ...createRedactor(),
    redact: () => {
      throw new TypeError('engine');
    },
  });
  await expect(broken('json').redact('{"a":"b"}')).rejects.toThrow(TypeError);
});
