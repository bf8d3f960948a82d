import { cpSync, mkdirSync, truncateSync } from 'node:fs';
import * as clientNode from '@aws-crypto/client-node';
import { BINDING, CLI, EnvelopeCommand, PLACE } from '../../support/envelope-command';

jest.setTimeout(60_000);

const command = new EnvelopeCommand();
afterAll(() => command.dispose());

const NOTE = 'Seen today: Mrs. Ada Example.\n';
const FRAME = 64 * 1024;
command.write('note', NOTE);
command.run(['seal', 'note', ...command.options, '--output', 'sealed']);

/** The keyring of the official SDK for the key file. */
const keyring = () =>
  new clientNode.RawAesKeyringNode({
    keyName: 'local',
    keyNamespace: 'hipaa-ai-local',
    unencryptedMasterKey: new Uint8Array(command.key),
    wrappingSuite: clientNode.RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
const official = clientNode.buildClient(clientNode.CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

describe('seal and open', () => {
  test.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME])('%d bytes, file to file', (length) => {
    const plaintext = Buffer.alloc(length, 'Ada Example ');
    command.write('plain', plaintext);
    const sealed = command.run(['seal', 'plain', ...command.options, '--output', 'message', '--force']);
    const opened = command.run(['open', 'message', ...command.options, '--output', 'opened', '--force']);
    for (const outcome of [sealed, opened])
      expect(outcome).toEqual({ code: 0, stdout: Buffer.alloc(0), stderr: '' });
    // three letters alone are found in some ciphertexts
    if (length >= 12) expect(command.read('message').includes('Ada Example ')).toBe(false);
    expect(command.read('opened').equals(plaintext)).toBe(true);
  });

  test('standard input to standard output', () => {
    const { stdout: message } = command.run(['seal', '-', ...command.options], NOTE);
    expect(command.run(['open', '-', ...command.options], message)).toEqual({
      code: 0,
      stdout: Buffer.from(NOTE),
      stderr: '',
    });
  });

  test('an official SDK opens what is sealed', async () => {
    const { plaintext } = await official.decrypt(keyring(), command.read('sealed'));
    expect(plaintext.toString()).toBe(NOTE);
  });

  test('needs no package: neither the CDK nor a client of AWS', () => {
    mkdirSync(command.at('alone'));
    cpSync(CLI, command.at('alone/hipaa-ai.js'));
    const alone = new EnvelopeCommand(command.at('alone/hipaa-ai.js'));
    const { stdout } = alone.run(['seal', '-', ...alone.options], NOTE);
    expect(alone.run(['open', '-', ...alone.options], stdout).stdout.toString()).toBe(NOTE);
    const inKms = [...PLACE, '--kms-key', 'arn:aws:kms:us-east-1:111122223333:key/a'];
    expect(alone.run(['seal', '-', ...inKms], NOTE)).toMatchObject({
      code: 3,
      stderr: 'hipaa-ai: keys in KMS need the package @aws-sdk/client-kms; npm install @aws-sdk/client-kms\n',
    });
    alone.dispose();
  });
});

describe('a refused message exits 1, says why, and leaves nothing', () => {
  const message = command.read('sealed');
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(message);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  };

  test.each([
    ['with a flipped bit at its end', flipped(message.length - 1), /^hipaa-ai: AUTH_FAILED: /u],
    ['with a flipped bit in its commitment', flipped(message.length - 100), /^hipaa-ai: [A-Z_]+: /u],
    ['cut short', message.subarray(0, -1), /^hipaa-ai: TRUNCATED: /u],
    ['with one byte more', Buffer.concat([message, Buffer.alloc(1)]), /^hipaa-ai: TRAILING_BYTES: /u],
    ['that is empty', Buffer.alloc(0), /^hipaa-ai: TRUNCATED: /u],
    ['that is no message', Buffer.from(NOTE), /^hipaa-ai: UNSUPPORTED_SUITE: /u],
  ])('one %s', (_, bytes, expected) => {
    command.write('bad', bytes);
    const before = command.names();
    for (const args of [
      ['open', 'bad', '--output', 'out'],
      ['open', 'bad'],
      ['verify', 'bad'],
    ]) {
      const { code, stdout, stderr } = command.run([...args, ...command.options]);
      expect(stderr).toMatch(expected);
      expect([code, stdout.toString()]).toEqual([1, '']);
    }
    expect(command.names()).toEqual(before);
  });

  test.each([
    ['tenant', ['--tenant', 'clinic-8'], 'CONTEXT_MISMATCH'],
    ['purpose', ['--purpose', 'prompt'], 'CONTEXT_MISMATCH'],
    ['record', ['--record', 'r-2'], 'CONTEXT_MISMATCH'],
    ['key', ['--key-file', command.write('other-key', Buffer.alloc(32, 7))], 'NO_KEY'],
  ])('one for another %s', (_, given, code) => {
    const outcome = command.run(['open', 'sealed', ...command.options, ...given, '--output', 'out']);
    expect(outcome).toMatchObject({ code: 1, stdout: Buffer.alloc(0) });
    expect(outcome.stderr).toMatch(new RegExp(`^hipaa-ai: ${code}: `, 'u'));
    expect(command.names()).not.toContain('out');
  });

  test('a large one whose last byte is changed, after all other frames were authentic', () => {
    command.write('large', Buffer.alloc(40 * FRAME, 1));
    command.run(['seal', 'large', ...command.options, '--output', 'large.message']);
    const large = command.read('large.message');
    large.writeUInt8(large.readUInt8(large.length - 1) ^ 1, large.length - 1);
    command.write('large.message', large);
    const before = command.names();
    expect(command.run(['open', 'large.message', ...command.options, '--output', 'out']).code).toBe(1);
    expect(command.run(['open', 'large.message', ...command.options]).stdout).toHaveLength(0);
    expect(command.names()).toEqual(before);
  });
});

describe('--allow-signed', () => {
  test('opens and verifies a signed message of another writer, to a file and to standard output', async () => {
    const { result } = await official.encrypt(keyring(), NOTE, { encryptionContext: { ...BINDING } });
    command.write('signed', result);
    expect(command.run(['open', 'signed', ...command.options])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^hipaa-ai: UNSUPPORTED_SUITE: /u) as unknown,
    });
    const options = [...command.options, '--allow-signed'];
    expect(command.run(['open', 'signed', ...options]).stdout.toString()).toBe(NOTE);
    expect(command.run(['open', 'signed', ...options, '--output', 'from-signed']).code).toBe(0);
    expect(command.read('from-signed').toString()).toBe(NOTE);
    expect(command.run(['verify', 'signed', ...options]).code).toBe(0);
    result.writeUInt8(result.readUInt8(result.length - 1) ^ 1, result.length - 1);
    command.write('forged', result);
    expect(command.run(['verify', 'forged', ...options]).code).toBe(1);
  });
});

describe('verify', () => {
  test('says how much a message holds, and nothing of it', () => {
    expect(command.run(['verify', 'sealed', ...command.options])).toEqual({
      code: 0,
      stdout: Buffer.from(`sealed: authentic and whole, ${NOTE.length} bytes of plaintext\n`),
      stderr: '',
    });
  });

  test('says it as JSON, of a refused message too', () => {
    const json = (...args: readonly string[]): unknown =>
      JSON.parse(
        command.run(['verify', 'sealed', ...command.options, '--format', 'json', ...args]).stdout.toString(),
      );
    expect(json()).toEqual({ verified: true, bytes: NOTE.length });
    expect(json('--record', 'r-2')).toEqual({ verified: false, code: 'CONTEXT_MISMATCH' });
  });
});

describe('inspect', () => {
  test('shows what the header says, of a message whose body is cut off too', () => {
    command.write('start', command.read('sealed').subarray(0, -NOTE.length));
    const { code, stdout } = command.run(['inspect', 'start']);
    expect(code).toBe(0);
    const text = stdout.toString();
    expect(text).toMatch(/^suite +0x0478 AES-256-GCM, HKDF-SHA512, key commitment$/mu);
    expect(text).toMatch(/^context +purpose = note\n +record = r-1\n +tenant = clinic-7$/mu);
    expect(text).toMatch(/^data keys +hipaa-ai-local {2}base64:/mu);
  });

  test('as JSON', () => {
    const { stdout } = command.run(['inspect', 'sealed', '--format', 'json']);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      suite: '0x0478',
      encryptionContext: BINDING,
      frameBytes: FRAME,
    });
  });

  test('lets nothing in a header drive the terminal', () => {
    const tenant = 'a\u001b[2Jb\u009bc\u202ed';
    const place = ['--tenant', tenant, '--purpose', 'note', '--record', 'r-1', '--key-file', 'key'];
    const { stdout: message } = command.run(['seal', '-', ...place], NOTE);
    const table = command.run(['inspect', '-'], message).stdout.toString();
    expect(table).toContain('tenant = a?[2Jb?c?d\n');
    const json = command.run(['inspect', '-', '--format', 'json'], message).stdout.toString();
    for (const control of ['\u001b', '\u009b', '\u202e']) expect(json).not.toContain(control);
    expect(JSON.parse(json)).toMatchObject({ encryptionContext: { tenant } });
  });

  test('reads no further than the header', () => {
    command.write('huge', command.read('sealed'));
    truncateSync(command.at('huge'), 2 ** 40);
    expect(command.run(['inspect', 'huge']).code).toBe(0);
  });

  test('a header without end is refused', () => {
    const endless = Buffer.alloc(1_000_000, 0x41);
    // version, suite, message id, no context, many data keys
    command.read('sealed').copy(endless, 0, 0, 35);
    endless.writeUInt16BE(0, 35);
    endless.writeUInt16BE(0xffff, 37);
    expect(command.run(['inspect', '-'], endless)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^hipaa-ai: TOO_LARGE: /u) as unknown,
    });
  });
});
