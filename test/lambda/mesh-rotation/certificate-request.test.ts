import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { certificateRequest } from '../../../lambda/mesh-rotation/certificate-request';
import { readRequest } from '../../support/mesh-pki';

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

test('a request is signed by its key and has its name, whatever its length', async () => {
  const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/u);
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      const key = newKey();
      const request = await readRequest(certificateRequest(key, name));
      expect(request.subject).toBe(`CN=${name}`);
      expect(Buffer.from(request.publicKey.rawData)).toEqual(
        createPublicKey(key).export({ type: 'spki', format: 'der' }),
      );
      expect(request.extensions).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('openssl reads it as well, and takes its signature', () => {
  const input = certificateRequest(newKey(), 'inference');
  const { status, stdout, stderr } = spawnSync('openssl', ['req', '-verify', '-noout', '-subject'], {
    input,
    encoding: 'utf8',
  });
  expect([status, stdout.trim().replaceAll(' ', '')]).toEqual([0, 'subject=CN=inference']);
  expect(stderr).toContain('verify OK');
});
