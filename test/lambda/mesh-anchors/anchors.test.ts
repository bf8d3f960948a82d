import { readFileSync } from 'node:fs';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { createAnchors } from '../../../lambda/mesh-anchors/anchors';
import { LoopbackS3 } from '../../support/loopback-s3';
import { TestAuthority } from '../../support/mesh-pki';
import { ROOT } from '../../support/synthesize';

const pem = (name: string): string =>
  readFileSync(path.join(ROOT, 'test/fixtures/certificates', `${name}.pem`), 'utf8');
const AUTHORITY = pem('authority');

const request = (RequestType: string, more: object = {}): object => ({
  RequestType,
  ResourceProperties: { bucket: 'anchors', key: 'anchors.pem', anchors: AUTHORITY, ...more },
});

let s3: LoopbackS3;
let client: S3Client;
beforeAll(async () => {
  s3 = await LoopbackS3.start();
  client = new S3Client({
    endpoint: s3.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await s3.stop();
});

test('what is written is a new version, which the answer names, of the same object', async () => {
  const publish = createAnchors(client);
  const first = await publish(request('Create'));
  const second = await publish(request('Update', { anchors: `${AUTHORITY}\n\n${AUTHORITY}` }));
  expect([first, second].map(({ PhysicalResourceId }) => PhysicalResourceId)).toEqual([
    'anchors/anchors.pem',
    'anchors/anchors.pem',
  ]);
  expect(first.Data.version).toEqual(expect.stringMatching(/./u));
  expect(second.Data.version).not.toBe(first.Data.version);
  const [, latest] = s3.versionsOf('anchors', 'anchors.pem');
  expect(latest?.versionId).toBe(second.Data.version);
  expect(latest?.body.toString().match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
});

test('nothing is deleted: a trust store may be made of it', async () => {
  const before = s3.requests.length;
  expect(await createAnchors(client)(request('Delete'))).toEqual({
    PhysicalResourceId: 'anchors/anchors.pem',
    Data: {},
  });
  expect(s3.requests).toHaveLength(before);
});

test.each([
  ['no certificate', 'CERTIFICATE_REFUSED', request('Create', { anchors: 'hello' })],
  [
    'a certificate that cannot be read',
    'CERTIFICATE_REFUSED',
    request('Create', { anchors: AUTHORITY.replace('MII', 'MIJ') }),
  ],
  [
    'a key in its place',
    'CERTIFICATE_REFUSED',
    request('Create', { anchors: '-----BEGIN PRIVATE KEY-----' }),
  ],
  ['no bucket', 'EVENT_REFUSED', request('Create', { bucket: '' })],
  ['another request', 'EVENT_REFUSED', request('Check')],
  ['nothing', 'EVENT_REFUSED', undefined],
])('%s is refused, and nothing is written', async (_, code, event) => {
  const before = s3.requests.length;
  await expect(createAnchors(client)(event)).rejects.toMatchObject({ code });
  expect(s3.requests).toHaveLength(before);
});

test('of a leaf beside a CA nothing is published', async () => {
  const { certificate } = await (await TestAuthority.create('Mesh')).leaf();
  await expect(
    createAnchors(client)(request('Create', { anchors: `${AUTHORITY}${certificate}` })),
  ).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
});

test('what S3 says of a failure stays out of the error', async () => {
  s3.fault = () => ({ status: 403, code: 'AccessDenied' });
  await expect(createAnchors(client)(request('Update'))).rejects.toThrow(
    'STORE_FAILED: s3:PutObject failed (AccessDenied)',
  );
});
