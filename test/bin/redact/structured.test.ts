import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaaAiCommand, type Outcome } from '../../support/cdk-cli';
import { commandHere } from '../../support/command-here';

const folder = mkdtempSync(path.join(tmpdir(), 'redact-structured-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const fakes = ['--operator', 'surrogate', '--secret-file', file('secret', new Uint8Array(32).fill(11))];
const limited = ['--profile', 'limited-data-set', '--data-use-agreement', 'DUA-7'];

const run = (args: readonly string[], input: string | Uint8Array = ''): Promise<Outcome> =>
  commandHere(['redact', ...args], input);

const FHIR =
  '{"resourceType":"Patient","name":[{"family":"Qwelt"}],"birthDate":"2001-03-14","maritalStatus":{"text":"Qwelt is married"}}';
const HL7 = 'MSH|^~\\&|A\rPID|1||887766^^^B^MR||Qwelt^Zyx||20010314\rNTE|1||qwelt slept\r';
const CCDA =
  '<ClinicalDocument><recordTarget><patientRole><patient><name>Qwelt</name></patient></patientRole></recordTarget><title>Note on Qwelt</title></ClinicalDocument>';
const JSON_TEXT = '{\n  "mrn": 55128841,\n  "dose": 0.50,\n  "note": "seen by Dr. Okonkwo"\n}\n';
const CSV = 'patientName,note\r\n"Qwelt, Zyx",qwelt slept\r\n';

describe('a document is redacted by its fields and stays what it is', () => {
  test.each([
    [
      '--fhir',
      FHIR,
      '{"resourceType":"Patient","name":[{"family":"[NAME]"}],"birthDate":"2001","maritalStatus":{"text":"[NAME] is married"}}',
    ],
    ['--hl7', HL7, 'MSH|^~\\&|[GEO]\rPID|1||[MRN]^^^^MR||[NAME]||2001\rNTE|1||[NAME] slept\r'],
    ['--ccda', CCDA, CCDA.replaceAll('Qwelt', '[NAME]')],
    ['--json', JSON_TEXT, '{\n  "mrn": "[MRN]",\n  "dose": 0.50,\n  "note": "seen by [NAME]"\n}\n'],
    ['--csv', CSV, 'patientName,note\r\n"[NAME], [NAME]",[NAME] slept\r\n'],
  ])('%s', async (flag, given, expected) => {
    expect(await run([flag], given)).toEqual({ code: 0, stdout: expected, stderr: '' });
    expect(await run([flag, file('given', given)])).toEqual({ code: 0, stdout: expected, stderr: '' });
    expect(await run([flag], expected)).toEqual({ code: 0, stdout: expected, stderr: '' });
  });
});

test('--report counts fields and free text, and prints no value', async () => {
  expect((await run(['--fhir', '--report'], FHIR)).stderr).toBe('NAME         2\nDATE         1\n');
});

describe('what the profile leaves stays in fields and in free text', () => {
  const place =
    '{"resourceType":"Patient","address":[{"line":["1 Elm St"],"city":"Dayton","postalCode":"45402"}],"birthDate":"2001-03-14","text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">seen on 3/4/2024</div>"}}';

  test('a limited data set keeps dates, towns and ZIP codes, and loses streets', async () => {
    const { stdout } = await run(['--fhir', ...limited], place);
    expect(stdout).toBe(place.replace('1 Elm St', '[GEO]'));
  });

  test('what is kept is not counted', async () => {
    expect((await run(['--fhir', ...limited, '--report'], place)).stderr).toBe(
      'profile limited-data-set, data use agreement DUA-7\nGEO          1\n',
    );
  });

  test('coordinates are no part of a limited data set', async () => {
    const location = '{"resourceType":"Location","position":{"longitude":-84.19164,"latitude":39.75894}}';
    expect((await run(['--fhir', ...limited], location)).stdout).not.toMatch(/84\.19|39\.75/);
  });
});

describe('operators hold in fields and in free text', () => {
  test('surrogate: one name gets one fake, and dates move together', async () => {
    const { code, stdout } = await run(['--hl7', ...fakes], HL7);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/qwelt|zyx|887766|20010314/i);
    const [, fake = ''] = /\|\|([A-Za-z]+)[^|]*\|\|\d{8}\r/.exec(stdout) ?? [];
    expect(fake).not.toBe('');
    expect(stdout.toLowerCase()).toContain(`nte|1||${fake.toLowerCase()} slept`);
  });

  test('surrogate: a subject gets the same fakes in every document', async () => {
    const args = ['--json', ...fakes, '--subject', 'p-1'];
    expect((await run(args, JSON_TEXT)).stdout).toBe((await run(args, JSON_TEXT)).stdout);
  });

  test('remove leaves nothing, and FHIR no empty string', async () => {
    const { stdout } = await run(['--fhir', '--operator', 'remove'], FHIR);
    expect(stdout).not.toMatch(/Qwelt|\[NAME\]|""/);
    expect(stdout).toContain('"text":" is married"');
    expect((await run(['--csv', '--operator', 'remove'], 'mrn,note\n55128841,fine\n')).stdout).toBe(
      'mrn,note\n,fine\n',
    );
  });
});

describe('a document that is not of its kind ends the run, and nothing of it is told', () => {
  test.each([
    ['--fhir', '{"Qwelt":1}', /^hipaa-ai: standard input: INVALID_FHIR: no resource/],
    ['--fhir', '{"Qwelt":', /^hipaa-ai: standard input: INVALID_JSON: not JSON at UTF-16 unit 9/],
    [
      '--hl7',
      '\r\rPID|Qwelt',
      /^hipaa-ai: standard input: INVALID_HL7: line 1: a message must start with MSH/,
    ],
    ['--hl7', 'MSH|^~\\&|A\rMSH|||Qwelt', /^hipaa-ai: standard input: INVALID_HL7: line 2: /],
    ['--ccda', '<Qwelt/>', /^hipaa-ai: standard input: INVALID_CCDA: the root/],
    ['--ccda', '<Qwelt>', /^hipaa-ai: standard input: INVALID_XML: not well-formed/],
    ['--json', '[Qwelt]', /^hipaa-ai: standard input: INVALID_JSON: not JSON at UTF-16 unit 1/],
    ['--csv', 'a,b\nQwelt\n', /^hipaa-ai: standard input: INVALID_CSV: row 2: 1 fields/],
  ])('%s %j', async (flag, input, told) => {
    const { code, stderr, stdout } = await run([flag], input);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(stdout + stderr).not.toContain('Qwelt');
  });

  test('files before it are written, those behind it are not', async () => {
    const [good, bad] = [file('good.json', '{"a":1}\n'), file('bad.json', '{')];
    expect(await run(['--json', good, bad, good])).toMatchObject({
      code: 2,
      stdout: '{"a":1}\n',
      stderr: expect.stringMatching(/^hipaa-ai: .*bad\.json: INVALID_JSON/) as unknown,
    });
  });

  test('rows of CSV before the bad one are written', async () => {
    expect(await run(['--csv'], 'a,b\n1,2\n3\n')).toMatchObject({ code: 2, stdout: 'a,b\n1,2\n' });
  });

  test.each(['--fhir', '--hl7', '--ccda', '--json', '--csv'])('%s that is not UTF-8', async (flag) => {
    expect(await run([flag], Buffer.from('Jos\xe9', 'latin1'))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'hipaa-ai: standard input is not UTF-8; convert it first\n',
    });
  });

  test.each(['--fhir', '--csv'])('%s of a file that is not there', async (flag) => {
    expect(await hipaaAiCommand('redact', flag, path.join(folder, 'none'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ENOENT') as unknown,
    });
  });
});

describe('--jsonl with a kind', () => {
  test('writes each resource of a bulk export, and leaves a bad line out by its number', async () => {
    const { code, stdout, stderr } = await run(
      ['--fhir', '--jsonl', '--report'],
      `\ufeff${FHIR}\r\n\n{"Qwelt":1}\n[Qwelt\n${FHIR}`,
    );
    expect(code).toBe(2);
    const redacted =
      '{"resourceType":"Patient","name":[{"family":"[NAME]"}],"birthDate":"2001","maritalStatus":{"text":"[NAME] is married"}}\n';
    expect(stdout).toBe(redacted + redacted);
    expect(stderr).toMatch(
      /^hipaa-ai: standard input, line 3: INVALID_FHIR: .*\nhipaa-ai: standard input, line 4: INVALID_JSON: .*\nNAME {9}4\nDATE {9}2\n$/,
    );
    expect(stderr).not.toContain('Qwelt');
  });

  test('reads JSON of any kind a line', async () => {
    expect(await run(['--json', '--jsonl'], '{"mrn":55128841}\n["BP 120/80"]\n')).toEqual({
      code: 0,
      stdout: '{"mrn":"[MRN]"}\n["BP 120/80"]\n',
      stderr: '',
    });
  });

  test('a line that is not UTF-8 is a bad line', async () => {
    expect(await run(['--json', '--jsonl'], Buffer.from('"Jos\xe9"\n1\n', 'latin1'))).toEqual({
      code: 2,
      stdout: '1\n',
      stderr: 'hipaa-ai: standard input, line 1: not UTF-8\n',
    });
  });

  test.each(['--hl7', '--ccda', '--csv'])('does not go with %s', async (kind) => {
    expect(await run(['--jsonl', kind])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`--jsonl goes with --fhir and --json, not with ${kind}`) as unknown,
    });
  });
});

test('two kinds do not go together', async () => {
  expect(await run(['--fhir', '--json'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('say what the input is; give one of them') as unknown,
  });
});
