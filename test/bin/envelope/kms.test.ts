import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import { KMS } from '@aws-sdk/client-kms';
import { BINDING, EnvelopeCommand, PLACE, type Outcome } from '../../support/envelope-command';
import { exception, KEY_ARN, LoopbackKeyStore, OTHER_KEY_ARN } from '../../support/loopback-key-store';

jest.setTimeout(60_000);

const NOTE = 'Seen today: Mrs. Ada Example.\n';
const command = new EnvelopeCommand();
command.write('note', NOTE);
let store: LoopbackKeyStore;
beforeAll(async () => {
  store = await LoopbackKeyStore.start();
});
afterAll(async () => {
  await store.stop();
  command.dispose();
});
beforeEach(() => {
  store.fault = () => undefined;
  store.forgetRequests();
});

/** As it would run beside AWS: credentials from the environment, no Region but the key's. */
const run = (...args: readonly string[]): Promise<Outcome> =>
  command.finish(args, {
    AWS_ENDPOINT_URL: store.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_REGION: '',
    AWS_DEFAULT_REGION: '',
  });
const inKms = [...PLACE, '--kms-key', KEY_ARN];

describe('--kms-key', () => {
  test('seals and opens; KMS sees tenant and purpose, and no record', async () => {
    expect(await run('seal', 'note', ...inKms, '--output', 'sealed')).toMatchObject({ code: 0, stderr: '' });
    expect((await run('open', 'sealed', ...inKms)).stdout.toString()).toBe(NOTE);
    expect(store.operations).toEqual(['GenerateDataKey', 'Decrypt']);
    const { tenant, purpose } = BINDING;
    for (const asked of [...store.asked('GenerateDataKey'), ...store.asked('Decrypt')]) {
      expect(asked).toMatchObject({ KeyId: KEY_ARN, EncryptionContext: { tenant, purpose } });
      expect(JSON.stringify(asked)).not.toContain(BINDING.record);
    }
  });

  test('with --full-context a KMS keyring of an official SDK opens it by itself', async () => {
    await run('seal', 'note', ...inKms, '--full-context', '--output', 'full');
    const kms = new KMS({
      region: 'eu-west-1',
      endpoint: store.endpoint,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' },
    });
    const keyring = new KmsKeyringNode({ keyIds: [KEY_ARN], clientProvider: () => kms });
    const official = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
    const { plaintext } = await official.decrypt(keyring, command.read('full'));
    kms.destroy();
    expect(plaintext.toString()).toBe(NOTE);
    expect((await run('open', 'full', ...inKms)).stdout.toString()).toBe(NOTE);
  });

  test('another key, or another place, gets no answer but a refusal', async () => {
    await run('seal', 'note', ...inKms, '--output', 'mine');
    const other = await run('open', 'mine', ...PLACE, '--kms-key', OTHER_KEY_ARN);
    expect(other).toMatchObject({ code: 1, stdout: Buffer.alloc(0) });
    store.forgetRequests();
    const moved = await run('open', 'mine', ...inKms, '--tenant', 'clinic-8');
    expect(moved.stderr).toMatch(/^hipaa-ai: CONTEXT_MISMATCH: /u);
    expect(store.operations).toEqual([]);
  });

  test.each([
    ['AccessDeniedException', 400, 'NO_KEY'],
    ['ThrottlingException', 400, 'THROTTLED'],
    ['KMSInternalException', 500, 'NO_KEY'],
  ])('%s is told by its name, seals nothing and leaves no file', async (name, status, code) => {
    store.fault = () => exception(name, status);
    const { code: exit, stderr } = await run('seal', 'note', ...inKms, '--output', 'never');
    expect(stderr).toMatch(new RegExp(`^hipaa-ai: AWS KMS: ${name}\nhipaa-ai: ${code}: [^\n]+\n$`, 'u'));
    expect(exit).toBe(1);
    expect(command.names().filter((each) => each.includes('never'))).toEqual([]);
  });
});

test('a service that is not there is told by the code of the system', async () => {
  const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
  const { code, stdout, stderr } = await command.finish(['seal', 'note', ...inKms], env);
  expect(stderr).toMatch(/^hipaa-ai: AWS KMS: ECONNREFUSED\nhipaa-ai: NO_KEY: /u);
  expect([code, stdout.toString()]).toEqual([1, '']);
});

describe('--table and --key-store', () => {
  const inStore = ['--kms-key', KEY_ARN, '--table', 'tenant-keys', '--key-store', 'logical'];
  const options = [...PLACE, ...inStore];

  test('a tenant is created, seals, is rotated, still opens, is shredded, opens no more', async () => {
    const absent = await run('seal', 'note', ...options, '--output', 'early');
    expect(absent).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^hipaa-ai: NO_KEY: /u) as unknown,
    });
    const created = await run('create', BINDING.tenant, ...inStore);
    expect(created.stdout.toString()).toMatch(
      /^tenant {5}clinic-7\nstate {6}active\nseals with [0-9a-f-]{36}\nsince {6}\S+Z\nopens with 1 version\n$/u,
    );
    expect(created.code).toBe(0);
    expect((await run('seal', 'note', ...options, '--output', 'first')).code).toBe(0);
    const rotated = await run('rotate', BINDING.tenant, ...inStore, '--format', 'json');
    expect(JSON.parse(rotated.stdout.toString())).toMatchObject({ state: 'active', versions: 2 });
    expect((await run('seal', 'note', ...options, '--output', 'second')).code).toBe(0);
    for (const name of ['first', 'second']) {
      expect((await run('open', name, ...options)).stdout.toString()).toBe(NOTE);
    }
    const shred = ['shred', BINDING.tenant, ...inStore, '--confirm', BINDING.tenant];
    const shredded = await run(...shred, '--certificate', 'certificate.json');
    expect(shredded).toMatchObject({ code: 0, stderr: '' });
    expect(shredded.stdout.toString()).toMatch(
      /^shredded clinic-7: 4 rows deleted, final at \S+Z\n(?:- [^\n]+\n)+certificate: certificate\.json\n$/u,
    );
    expect(JSON.parse(command.read('certificate.json').toString())).toMatchObject({
      kind: 'hipaa-ai/shred-certificate',
      tenant: BINDING.tenant,
    });
    for (const name of ['first', 'second']) {
      const { code, stdout, stderr } = await run('open', name, ...options);
      expect(stderr).toMatch(/^hipaa-ai: NO_KEY: /u);
      expect([code, stdout.toString()]).toEqual([1, '']);
    }
    const status = await run('status', BINDING.tenant, ...inStore, '--format', 'json');
    expect(JSON.parse(status.stdout.toString())).toMatchObject({ state: 'shredded', versions: 0 });
    expect(status.code).toBe(0);

    // once more: the certificate that is there stays, a missing one is written again, another file is kept
    const before = command.read('certificate.json');
    expect((await run(...shred, '--certificate', 'certificate.json')).code).toBe(0);
    expect(command.read('certificate.json').equals(before)).toBe(true);
    expect((await run(...shred, '--certificate', 'again.json')).code).toBe(0);
    expect(command.read('again.json').equals(before)).toBe(true);
  });

  test('who may not manage keys is told by the name of the exception, exit 1', async () => {
    store.fault = () => exception('AccessDeniedException');
    const { code, stderr } = await run('create', 'clinic-9', ...inStore);
    expect(stderr).toMatch(/^hipaa-ai: NOT_ALLOWED: AccessDeniedException; look at the role's policy/u);
    expect(stderr).not.toContain('secret detail');
    expect(code).toBe(1);
  });

  describe('shred', () => {
    const shred = (tenant: string, certificate: string): Promise<Outcome> =>
      run('shred', tenant, ...inStore, '--confirm', tenant, '--certificate', certificate);

    test.each([
      ['another file', 'note', /note is there already and no certificate of this tenant/u],
      ['a certificate of another tenant', 'other.json', /no certificate of this tenant/u],
      ['a folder that is not there', 'gone/c.json', /cannot write gone\/c\.json: ENOENT/u],
    ])('deletes nothing when the certificate would go to %s', async (_, certificate, expected) => {
      command.write('other.json', JSON.stringify({ kind: 'hipaa-ai/shred-certificate', tenant: 'clinic-8' }));
      await run('create', 'clinic-10', ...inStore);
      store.forgetRequests();
      const { code, stderr } = await shred('clinic-10', certificate);
      expect(stderr).toMatch(expected);
      expect(code).toBe(2);
      expect(store.operations).toEqual([]);
    });

    test('that fails after the certificate was written is finished by another one', async () => {
      await run('create', 'clinic-11', ...inStore);
      let writes = 0;
      store.fault = (operation) =>
        operation === 'TransactWriteItems' && command.names().includes('once.json') && ++writes > 0
          ? exception('InternalServerError', 500)
          : undefined;
      const failed = await shred('clinic-11', 'once.json');
      expect(failed).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^hipaa-ai: UNAVAILABLE: /u) as unknown,
      });
      expect(writes).toBeGreaterThan(0);
      store.fault = () => undefined;
      const half = await run('status', 'clinic-11', ...inStore);
      expect(half.stdout.toString()).toMatch(/^state {6}shredding$/mu);
      expect(half.code).toBe(1);
      const certificates = ['once.json', 'twice.json'];
      const finished = [];
      for (const certificate of certificates) finished.push((await shred('clinic-11', certificate)).code);
      // the first name does where the certificate has not changed; its second name always does
      expect(finished.at(-1)).toBe(0);
      expect((await run('status', 'clinic-11', ...inStore)).code).toBe(0);
    });

    test('of a tenant that never was is refused', async () => {
      const { code, stderr } = await shred('clinic-12', 'never.json');
      expect(stderr).toMatch(/^hipaa-ai: NO_TENANT: /u);
      expect(code).toBe(1);
      expect(command.names()).not.toContain('never.json');
    });
  });
});
