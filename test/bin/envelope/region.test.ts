import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EnvelopeCommand, PLACE } from '../../support/envelope-command';

jest.setTimeout(60_000);

const command = new EnvelopeCommand();
command.write('note', 'Seen today: Mrs. Ada Example.\n');
afterAll(() => command.dispose());

/** Runs against a service that has an empty answer for everything, and gives the Regions that requests were signed for. */
async function regionsOf(...args: readonly string[]): Promise<string[]> {
  const scopes: string[] = [];
  const server = createServer((request, response) => {
    const [, scope = ''] = /\/\d{8}\/([^,]+)\/aws4_request/u.exec(request.headers.authorization ?? '') ?? [];
    scopes.push(scope);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    // of the shell, and not of the key
    AWS_REGION: 'us-east-1',
  };
  const { code } = await command.finish(args, env);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(code).toBe(1);
  return scopes;
}

const KEY = ['--kms-key', 'arn:aws:kms:ap-southeast-2:111122223333:key/0f0e0d0c-1111-4222-8333-444455556666'];
const STORE = [...KEY, '--table', 'tenant-keys', '--key-store', 'logical'];

test.each([
  ['a data key', ['seal', 'note', ...PLACE, ...KEY], ['ap-southeast-2/kms']],
  ['the key of a tenant', ['seal', 'note', ...PLACE, ...STORE], ['ap-southeast-2/dynamodb']],
  ['a new tenant', ['create', 'clinic-7', ...STORE], ['ap-southeast-2/dynamodb', 'ap-southeast-2/kms']],
])('for %s AWS is asked in the Region of the KMS key', async (_, args, expected) => {
  expect(await regionsOf(...args)).toEqual(expected);
});
