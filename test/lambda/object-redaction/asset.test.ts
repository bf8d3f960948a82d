import { LambdaRuntime, type Outcome } from '../../support/lambda-runtime';
import { LoopbackS3 } from '../../support/loopback-s3';
import { objectCreated, objectHook, QUARANTINE_KEY, REDACTED_KEY } from '../../support/hook-environment';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';
import type { ObjectResult } from '../../../lambda/object-redaction/object-redactor';

jest.setTimeout(30_000);

/** The bundle in a sandbox, and the S3 it is pointed at. */
interface Hook {
  readonly s3: LoopbackS3;
  readonly runtime: LambdaRuntime;
}

async function startHook(): Promise<Hook> {
  const s3 = await LoopbackS3.start();
  return { s3, runtime: await LambdaRuntime.start(objectHook('object-redaction', s3)) };
}

async function stopHook({ s3, runtime }: Hook): Promise<void> {
  await runtime.stop();
  await s3.stop();
}

let hook: Hook;
let s3: LoopbackS3;
let runtime: LambdaRuntime;
beforeAll(async () => {
  hook = await startHook();
  ({ s3, runtime } = hook);
});
beforeEach(() => {
  s3.reset();
  runtime.log = '';
});
afterAll(() => stopHook(hook));

const NAMED_KEY = 'incoming/patients/Quillfeather, Marlowe/vantongeren_isolde-512-45-7788.txt';

function resultOf(outcome: Outcome): ObjectResult {
  if ('error' in outcome) throw new Error(outcome.error.errorMessage);
  return outcome.response as ObjectResult;
}

/** Nothing planted is in what the function said, logged or sent on. */
function expectNoLeak(outcome: Outcome, from: Hook = hook): void {
  const told = `${JSON.stringify(outcome)}${from.runtime.log}${from.s3.contentsOf('redacted')}`.toLowerCase();
  for (const value of [...PLANTED, 'hidden-name']) expect(told).not.toContain(value.toLowerCase());
}

test('a note is copied without the identifiers of its body, key, metadata and tags', async () => {
  const { versionId } = s3.put('originals', NAMED_KEY, NOTE, {
    headers: {
      'content-type': 'text/plain; charset=utf-8; name="Marlowe"',
      'content-disposition': 'attachment; filename="Quillfeather.txt"',
      'x-amz-meta-patient-name': 'Quillfeather, Marlowe',
      'x-amz-meta-marlowe-quillfeather': 'yes',
      'x-amz-meta-note': 'discharge',
    },
    tags: {
      mrn: '5512-8841',
      chart: 'cardiology',
      Quillfeather: 'yes',
      'hipaa-ai:data-class': 'DEIDENTIFIED',
    },
  });
  const outcome = await runtime.invoke(objectCreated(NAMED_KEY, versionId));
  expect(resultOf(outcome)).toMatchObject({
    outcome: 'REDACTED',
    versionId,
    bytes: Buffer.byteLength(NOTE),
    counts: { SSN: 1, MRN: 1, EMAIL: 1 },
  });
  expectNoLeak(outcome);
  const [key = ''] = s3.keysOf('redacted');
  expect(key).toBe(`incoming/patients/redacted/redacted.${versionId}.txt`);
  const [copy] = s3.versionsOf('redacted', key);
  expect(copy?.body.toString('utf8')).toContain('BP 120/80 and Parkinson disease');
  expect(copy?.tags).toEqual({ 'hipaa-ai:data-class': 'REDACTED', chart: 'cardiology' });
  expect(copy?.headers).toEqual({
    'content-type': 'text/plain',
    'x-amz-meta-note': 'discharge',
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': REDACTED_KEY,
    'x-amz-server-side-encryption-bucket-key-enabled': 'true',
  });
});

test.each<[string, string, string | Buffer, string, Record<string, string>?]>([
  ['a picture', 'incoming/Quillfeather.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'UNSUPPORTED_TYPE'],
  ['text in UTF-16', 'incoming/Quillfeather.txt', Buffer.from(NOTE, 'utf16le'), 'NOT_UTF8_TEXT'],
  [
    'text in Latin-1',
    'incoming/Quillfeather.txt',
    Buffer.from('Björn Quillfeather', 'latin1'),
    'NOT_UTF8_TEXT',
  ],
  ['a text over the limit', 'incoming/Quillfeather.txt', NOTE.padEnd(4001), 'TOO_LARGE'],
  ['compressed text', 'incoming/Quillfeather.txt', NOTE, 'COMPRESSED', { 'content-encoding': 'gzip' }],
  ['XML that is no C-CDA', 'incoming/Quillfeather.xml', '<n>Quillfeather</n>', 'CONTENT_REFUSED'],
  ['JSON that is none', 'incoming/Quillfeather.json', '{"note": Quillfeather}', 'CONTENT_REFUSED'],
])('%s is quarantined as it came, and nothing is sent on', async (_, key, body, reason, headers = {}) => {
  const { versionId } = s3.put('originals', key, body, { headers });
  const outcome = await runtime.invoke(objectCreated(key, versionId));
  expect(resultOf(outcome)).toMatchObject({ outcome: 'QUARANTINED', reason, versionId, counts: {} });
  expect(s3.keysOf('redacted')).toEqual([]);
  expect([...s3.keysOf('quarantine')].sort()).toEqual([
    `${reason}/${versionId}`,
    `${reason}/${versionId}.json`,
  ]);
  const [copy] = s3.versionsOf('quarantine', `${reason}/${versionId}`);
  expect(copy?.body).toEqual(Buffer.from(body));
  const [origin] = s3.versionsOf('quarantine', `${reason}/${versionId}.json`);
  expect(JSON.parse(origin?.body.toString('utf8') ?? '')).toEqual({
    bucket: 'originals',
    key,
    versionId,
    reason,
  });
  for (const each of [copy, origin]) {
    expect(each?.tags).toEqual({ 'hipaa-ai:data-class': 'PHI' });
    expect(each?.headers['x-amz-server-side-encryption-aws-kms-key-id']).toBe(QUARANTINE_KEY);
  }
  expectNoLeak(outcome);
});

const HL7 = [
  String.raw`MSH|^~\&|LAB|Vantongeren Clinic|||20240303||ORU^R01|m1|P|2.5`,
  String.raw`PID|1||5512-8841^^^A^MR||Quillfeather^\X4D61726C6F7765\||19310314|M|||||312 555-0187`,
  'OBX|1|TX|note||Marlowe Quillfeather is a 93-year-old, SSN 512-45-7788',
  'NTE|1||Mail marlowe.q@example.org, BP 120/80',
].join('\r');
const FHIR = {
  resourceType: 'Patient',
  id: '5512-8841',
  name: [{ family: 'Quillfeather', given: ['Marlowe'] }],
  birthDate: '1931-03-14',
  telecom: [{ system: 'email', value: 'marlowe.q@example.org' }],
  generalPractitioner: [{ display: 'Isolde Vantongeren' }],
  text: {
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml">SSN <b>512-45</b>-7788, BP 120/80</div>',
  },
};
const CCDA = `<?xml version="1.0"?><!-- Quillfeather --><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Note</title>
<recordTarget><patientRole><id extension="5512-8841" root="1.2.3"/><patient><name><given>&#77;arlowe</given>
<family>Quillfeather</family></name><birthTime value="19310314"/></patient></patientRole></recordTarget>
<component><section><text>Quill<b>feather</b>, SSN <![CDATA[512-45-7788]]>, BP 120/80</text></section></component>
</ClinicalDocument>`;

test.each([
  ['HL7 v2', 'note.hl7', HL7, 'BP 120/80'],
  ['FHIR', 'note.json', JSON.stringify(FHIR), 'BP 120/80'],
  ['FHIR a line', 'note.ndjson', `${JSON.stringify(FHIR)}\n${JSON.stringify(FHIR)}\n`, 'BP 120/80'],
  ['C-CDA', 'note.xml', CCDA, 'BP 120/80'],
  [
    'JSON',
    'note.json',
    JSON.stringify({
      text: NOTE,
      patient: 'Marlowe Quillfeather',
      mrn: '5512-8841',
      inner: JSON.stringify([NOTE]),
    }),
    'BP 120/80',
  ],
  ['CSV', 'note.csv', `patient,mrn,note\n"Quillfeather, Marlowe",5512-8841,"${NOTE}"\n`, 'BP 120/80'],
  [
    'tab-separated values',
    'note.tsv',
    `patient\tnote\nMarlowe Quillfeather\tMarlowe: BP 120/80\n`,
    'BP 120/80',
  ],
])('%s is copied by its fields, and nothing planted is in the copy', async (_, name, body, kept) => {
  const { versionId } = s3.put('originals', `incoming/${name}`, body);
  const outcome = await runtime.invoke(objectCreated(`incoming/${name}`, versionId));
  expect(resultOf(outcome).outcome).toBe('REDACTED');
  expectNoLeak(outcome);
  expect(s3.contentsOf('redacted')).not.toMatch(/19310314|1931-03-14|20240303/u);
  expect(s3.contentsOf('redacted')).toContain(kept);
});

test('a text of the most bytes allowed is copied', async () => {
  const { versionId } = s3.put('originals', 'incoming/notes.txt', NOTE.padEnd(4000));
  const outcome = await runtime.invoke(objectCreated('incoming/notes.txt', versionId));
  expect(resultOf(outcome)).toMatchObject({ outcome: 'REDACTED', bytes: 4000 });
  expectNoLeak(outcome);
});

test('an object without a version is quarantined', async () => {
  s3.put('originals', 'incoming/Quillfeather.txt', NOTE);
  const outcome = await runtime.invoke(objectCreated('incoming/Quillfeather.txt'));
  expect(resultOf(outcome)).toMatchObject({ outcome: 'QUARANTINED', reason: 'NOT_VERSIONED' });
  expect(s3.keysOf('quarantine')).toHaveLength(2);
  expectNoLeak(outcome);
});

test('an event delivered twice leaves one copy', async () => {
  const { versionId } = s3.put('originals', NAMED_KEY, NOTE);
  const event = objectCreated(NAMED_KEY, versionId);
  expect(resultOf(await runtime.invoke(event)).outcome).toBe('REDACTED');
  expect(resultOf(await runtime.invoke(event)).outcome).toBe('ALREADY_REDACTED');
  const keys = s3.keysOf('redacted');
  expect(keys).toHaveLength(1);
  expect(s3.versionsOf('redacted', keys[0] ?? '')).toHaveLength(1);
});

test('two deliveries that meet while writing leave one copy', async () => {
  const { versionId } = s3.put('originals', NAMED_KEY, NOTE);
  s3.isDown = (line) => {
    if (line.startsWith('PUT redacted/'))
      s3.put('redacted', line.slice('PUT redacted/'.length), 'of the other');
    return false;
  };
  expect(resultOf(await runtime.invoke(objectCreated(NAMED_KEY, versionId))).outcome).toBe(
    'ALREADY_REDACTED',
  );
  const [key = ''] = s3.keysOf('redacted');
  expect(s3.versionsOf('redacted', key).map(({ body }) => body.toString('utf8'))).toEqual(['of the other']);
});

test('names that are redacted to the same name are told apart', async () => {
  for (const key of ['incoming/Quillfeather.txt', 'incoming/Vantongeren.txt', 'incoming/.txt']) {
    const { versionId } = s3.put('originals', key, NOTE);
    await runtime.invoke(objectCreated(key, versionId));
  }
  expect(s3.keysOf('redacted')).toHaveLength(3);
});

test('a version that is gone leaves nothing and is no failure', async () => {
  const outcome = await runtime.invoke(objectCreated(NAMED_KEY, 'gone'));
  expect(resultOf(outcome).outcome).toBe('GONE');
  expect(s3.keysOf('redacted')).toEqual([]);
});

// each with a sandbox and an S3 of its own: the SDK pauses before it tries again, in all of them at once
test.concurrent.each([
  ['reading', (line: string) => line.startsWith('GET originals')],
  ['writing', (line: string) => line.startsWith('PUT redacted')],
  ['looking', (line: string) => line.startsWith('GET redacted')],
  ['quarantining', (line: string) => line.startsWith('PUT quarantine')],
])(
  'when %s fails the call fails, tells nothing, and succeeds when it is made again',
  async (what, isDown) => {
    const own = await startHook();
    const body = what === 'quarantining' ? Buffer.from([0xff]) : NOTE;
    const { versionId } = own.s3.put('originals', NAMED_KEY, body);
    own.s3.isDown = isDown;
    const failed = await own.runtime.invoke(objectCreated(NAMED_KEY, versionId));
    own.s3.isDown = () => false;
    const again = await own.runtime.invoke(objectCreated(NAMED_KEY, versionId));
    await stopHook(own);
    expect(failed).toMatchObject({
      error: {
        errorType: 'RedactionError',
        errorMessage: expect.stringContaining('STORE_UNAVAILABLE') as unknown,
      },
    });
    expectNoLeak(failed, own);
    expect(resultOf(again).outcome).toBe(what === 'quarantining' ? 'QUARANTINED' : 'REDACTED');
  },
);

test.each([
  ['another bucket', objectCreated(NAMED_KEY, 'v', 'another')],
  ['another kind', { source: 'aws.ec2', 'detail-type': NOTE }],
  ['no key', { source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name: NOTE } } }],
  [
    'a key that is no text',
    { ...(objectCreated('') as object), detail: { bucket: { name: 'originals' }, object: { key: [NOTE] } } },
  ],
  ['null', null],
])('an event of %s is refused before anything is read', async (_, event) => {
  const outcome = await runtime.invoke(event);
  expect(JSON.stringify(outcome)).toContain('INVALID_EVENT');
  expect(s3.requests).toEqual([]);
  expectNoLeak(outcome);
});

test('each call leaves one line in the log: ids, a code, a duration and counts', async () => {
  const { versionId } = s3.put('originals', NAMED_KEY, NOTE);
  await runtime.invoke(objectCreated(NAMED_KEY, versionId));
  const lines = runtime.log.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.map((line) => Object.keys(JSON.parse(line) as object).sort())).toEqual([
    ['bytes', 'counts', 'durationMs', 'event', 'outcome', 'quarantined', 'requestId', 'versionId'],
  ]);
});
