import { build, type BuildOptions, type Metafile } from 'esbuild';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..');

// reached, with a little room: the goal of 15 KB was set for less than the library does now (decision 16)
const MOST_BYTES_OF_ALL = 31_500;
const MOST_BYTES_WITH_KMS_DATA_KEYS = 24_500;
const MOST_BYTES_WITH_CLIENTS = 400_000;

const ALL = "export * from './lambda/envelope';";
const KMS_DATA_KEYS = "export { createEnvelope, createKmsDataKeys } from './lambda/envelope';";
const CLIENTS = `export { KMSClient } from '@aws-sdk/client-kms';
  export { DynamoDBClient } from '@aws-sdk/client-dynamodb';`;

const WITHOUT_SDK: BuildOptions = { external: ['@aws-sdk/*'] };
/** As scripts/build.mjs bundles functions. */
const WITH_SDK: BuildOptions = { mainFields: ['module', 'main'] };

async function bundled(contents: string, options: BuildOptions): Promise<{ bytes: number; parts: string[] }> {
  const { metafile } = await build({
    ...options,
    absWorkingDir: ROOT,
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    legalComments: 'none',
    logLevel: 'error',
  });
  const [output]: Metafile['outputs'][string][] = Object.values(metafile.outputs);
  if (output === undefined) throw new Error('esbuild made no file');
  const parts = Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [file] : [],
  );
  return { bytes: output.bytes, parts };
}

test(`our code is at most ${MOST_BYTES_OF_ALL} bytes minified, and imports the two clients and Node only`, async () => {
  const { bytes, parts } = await bundled(ALL, WITHOUT_SDK);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES_OF_ALL);
  expect(parts.filter((file) => file.includes('node_modules'))).toEqual([]);
});

test('who uses KMS data keys ships neither the other sources nor tenant management', async () => {
  const { bytes, parts } = await bundled(KMS_DATA_KEYS, WITHOUT_SDK);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES_WITH_KMS_DATA_KEYS);
  const others = /local-keys|branch-keys|branch-key-wrapping|key-use-log|\/tenants\/|esdk-engine/u;
  expect(parts.filter((file) => others.test(file))).toEqual([]);
});

test(`with both SDK clients it is at most ${MOST_BYTES_WITH_CLIENTS} bytes`, async () => {
  const { bytes, parts } = await bundled(`${ALL}\n${CLIENTS}`, WITH_SDK);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES_WITH_CLIENTS);
  // the clients are really in it
  expect(parts.some((file) => file.includes('client-dynamodb'))).toBe(true);
  expect(parts.some((file) => file.includes('client-kms'))).toBe(true);
});
