import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaaAiCommand, run } from '../support/cdk-cli';
import { commandHere } from '../support/command-here';
import { evidenceFolder } from '../support/evidence-folder';
import { LoopbackSigningKms } from '../support/loopback-signing-kms';
import { cleanEvidence, sampleEvidence } from '../compliance/evidence/sample-evidence';
import { resource } from '../support/judge-template';
import { mapOf } from '../support/network-map';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const command = path.join(root, 'dist', 'bin', 'hipaa-ai.js');
const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-keys-'));
const assembly = evidenceFolder(sampleEvidence());
const clean = evidenceFolder(cleanEvidence());
afterAll(() => {
  for (const folder of [work, assembly, clean]) rmSync(folder, { recursive: true, force: true });
});

const evidence = (...args: readonly string[]) => commandHere(['evidence', ...args]);

/** Writes a pair of key files and gives their names. */
function keyFiles(name: string): { readonly key: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = { key: path.join(work, `${name}.pem`), publicKey: path.join(work, `${name}.pub`) };
  writeFileSync(files.key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(files.publicKey, publicKey.export({ format: 'pem', type: 'spki' }));
  return files;
}

describe('evidence export', () => {
  test.each([
    ['sarif', /"version": "2\.1\.0"/u],
    ['junit', /^<\?xml [^]*<testsuites/u],
    ['markdown', /^## HIPAA evidence/u],
    ['oscal-component', /"component-definition"/u],
    ['oscal-results', /"assessment-results"/u],
    ['csv', /^Rule ID,/u],
    ['html', /^<!doctype html>/u],
  ])('writes %s to standard output', async (format, expected) => {
    const { code, stdout, stderr } = await evidence('export', '--format', format, assembly);
    expect(stdout).toMatch(expected);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('writes the very files that synthesis writes', async () => {
    const { stdout } = await evidence('export', '--format', 'csv', assembly);
    expect(stdout).toBe(readFileSync(path.join(assembly, 'evidence', 'evidence.csv'), 'utf8'));
  });

  test('writes to a file, links the report, and reads an evidence.json by itself', async () => {
    const output = path.join(work, 'summary.md');
    const input = path.join(assembly, 'evidence', 'evidence.json');
    const url = 'https://ci.example.org/7';
    const { code, stdout } = await evidence(
      'export',
      '--format',
      'markdown',
      '--report-url',
      url,
      '--output',
      output,
      input,
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(output, 'utf8')).toContain(url);
  });
});

describe('the network map', () => {
  const map = mapOf({ Records: resource('AWS::S3::Bucket') });
  const mapped = evidenceFolder({ ...sampleEvidence(), networkMap: map });
  afterAll(() => rmSync(mapped, { recursive: true, force: true }));

  test.each([
    ['network-map', 'network-map.json'],
    ['mermaid', 'network-map.mmd'],
  ])('is exported as %s: the very file that synthesis writes', async (format, name) => {
    const { code, stdout } = await evidence('export', '--format', format, mapped);
    expect(stdout).toBe(readFileSync(path.join(mapped, 'evidence', name), 'utf8'));
    expect(code).toBe(0);
  });

  test('is verified with the rest', async () => {
    expect((await evidence('verify', mapped)).stdout).toBe('7 files as the manifest says; not signed\n');
    writeFileSync(path.join(mapped, 'evidence', 'network-map.mmd'), 'flowchart LR\n');
    expect(await evidence('verify', mapped)).toMatchObject({
      code: 1,
      stdout: 'changed  evidence/network-map.mmd\n',
    });
  });

  test('that older evidence lacks cannot be exported', async () => {
    const { code, stderr } = await evidence('export', '--format', 'mermaid', assembly);
    expect([code, stderr]).toEqual([2, expect.stringContaining('the evidence has no network map')]);
  });
});

describe('evidence verify and sign', () => {
  test('a signature by a key file is checked by its public key, and by no other', async () => {
    const [ours, theirs] = [keyFiles('ours'), keyFiles('theirs')];
    expect(await evidence('verify', '--public-key', ours.publicKey, assembly)).toMatchObject({
      code: 1,
      stdout: 'missing  evidence/manifest.sig.json\n',
    });
    expect(await evidence('sign', '--key', ours.key, assembly)).toMatchObject({ code: 0 });
    expect(await evidence('verify', '--public-key', ours.publicKey, assembly)).toMatchObject({
      code: 0,
      stdout: '5 files as the manifest says; signed by the key\n',
    });
    expect((await evidence('verify', '--public-key', theirs.publicKey, assembly)).code).toBe(1);
    expect((await evidence('verify', assembly)).stdout).toContain(
      'the signature was not checked: give a key',
    );
  });

  test('a signature by KMS is checked by KMS, and by its public key without it', async () => {
    const kms = await LoopbackSigningKms.start();
    const env = kms.environment();
    const folder = evidenceFolder(sampleEvidence());
    const signed = await run(command, ['evidence', 'sign', '--kms-key-id', kms.keyArn, folder], { env });
    expect(signed.stderr).toContain(`signed by ${kms.keyArn}`);
    expect(
      await run(command, ['evidence', 'verify', '--kms-key-id', kms.keyArn, folder], { env }),
    ).toMatchObject({ code: 0 });
    const refused = await run(command, ['evidence', 'sign', '--kms-key-id', 'alias/other', folder], { env });
    expect(refused.stderr).toMatch(/KMS refused: NotFoundException/u);
    expect(refused.code).toBe(2);
    const publicKey = path.join(work, 'kms.pub');
    writeFileSync(publicKey, kms.publicKeyPem());
    await kms.stop();
    expect(await evidence('verify', '--public-key', publicKey, folder)).toMatchObject({ code: 0 });
    rmSync(folder, { recursive: true });
  });

  test('KMS without its package is refused with the package to install', async () => {
    const elsewhere = path.join(work, 'hipaa-ai.js');
    cpSync(command, elsewhere);
    mkdirSync(path.join(work, 'node_modules'));
    for (const name of ['yaml', 'zod'])
      symlinkSync(path.join(root, 'node_modules', name), path.join(work, 'node_modules', name));
    const { code, stderr } = await run(elsewhere, [
      'evidence',
      'sign',
      '--kms-key-id',
      'alias/any',
      assembly,
    ]);
    expect(stderr).toMatch(/needs the package @aws-sdk\/client-kms; npm install/u);
    expect(code).toBe(2);
  });

  test('what was changed is named, exits 1, and is not signed', async () => {
    const folder = evidenceFolder(sampleEvidence());
    writeFileSync(path.join(folder, 'evidence', 'index.html'), 'all is well');
    writeFileSync(path.join(folder, 'evidence', 'more.txt'), '');
    rmSync(path.join(folder, 'evidence', 'evidence.csv'));
    expect(await evidence('verify', folder)).toMatchObject({
      code: 1,
      stdout: 'missing  evidence/evidence.csv\nchanged  evidence/index.html\nadded    evidence/more.txt\n',
    });
    expect((await evidence('sign', '--key', keyFiles('eager').key, folder)).code).toBe(1);
    expect(existsSync(path.join(folder, 'evidence', 'manifest.sig.json'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['the whole assembly', undefined, { code: 1, stdout: 'added    Late.template.json\n' }],
    ['a stage', 'dev', { code: 0 }],
  ])(
    'a stack that came after evidence of %s is named when it was to be judged',
    async (_, scope, expected) => {
      const sample = sampleEvidence();
      const folder = evidenceFolder({ ...sample, inputs: { ...sample.inputs, ...(scope && { scope }) } });
      const stacks = [...sample.inputs.templates.map((template) => template.path), 'Late.template.json'];
      const artifacts = stacks.map((templateFile, index) => [
        `Stack${index}`,
        { type: 'aws:cloudformation:stack', properties: { templateFile } },
      ]);
      writeFileSync(
        path.join(folder, 'manifest.json'),
        JSON.stringify({ version: '55.0.0', artifacts: Object.fromEntries(artifacts) as unknown }),
      );
      writeFileSync(path.join(folder, 'Late.template.json'), '{"Resources":{}}');
      expect(await evidence('verify', folder)).toMatchObject(expected);
      expect((await evidence('sign', '--key', keyFiles('late').key, folder)).code).toBe(expected.code);
      rmSync(folder, { recursive: true });
    },
  );
});

describe('evidence diff', () => {
  test('exits 1 when findings are new, 0 when they are fixed', async () => {
    const worse = await evidence('diff', clean, assembly);
    expect(worse.stdout).toMatch(/\n4 new, 0 fixed/u);
    expect(worse.code).toBe(1);
    const better = await evidence('diff', assembly, clean);
    expect(better.stdout).toMatch(/\n0 new, 4 fixed/u);
    expect(better.code).toBe(0);
  });

  test('prints JSON', async () => {
    const { stdout } = await evidence('diff', clean, assembly, '--format', 'json');
    const { appeared } = JSON.parse(stdout) as { readonly appeared: readonly unknown[] };
    expect(appeared).toHaveLength(4);
  });
});

test.each([
  ['no action', [], /give one of: export, verify, sign, diff/u],
  ['an action nobody knows', ['shred'], /no action 'shred'; give one of/u],
  ['no format', ['export'], /give --format, one of: sarif, junit/u],
  ['a format nobody knows', ['export', '--format', 'pdf'], /give one of: sarif, junit/u],
  ['a folder without evidence', ['export', '--format', 'sarif', 'docs'], /cannot read docs/u],
  [
    'an output that cannot be written',
    ['export', '--format', 'csv', '--output', '/gone/a.csv', assembly],
    /cannot write \/gone\/a\.csv: ENOENT/u,
  ],
  ['one evidence to compare', ['diff', assembly], /give two cloud assemblies/u],
  ['no key', ['sign', assembly], /give either --key or --kms-key-id/u],
  ['two keys', ['sign', '--key', 'a', '--kms-key-id', 'b', assembly], /give either --key or --kms-key-id/u],
  [
    'a key file that is not there',
    ['sign', '--key', 'gone.pem', assembly],
    /cannot read the key file gone\.pem/u,
  ],
  [
    'a file that is no key',
    ['sign', '--key', 'README.md', assembly],
    /the private key cannot be read; give PEM/u,
  ],
])('exits 2 for %s', async (_, args, message) => {
  // files that are not there want a process
  const { code, stderr } = await hipaaAiCommand('evidence', ...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /u);
  expect(code).toBe(2);
});
