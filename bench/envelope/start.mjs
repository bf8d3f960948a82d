// Size of what a function ships, and time until it is loaded: the same code bundled as we build functions and with esbuild's
// defaults, in fresh processes, in turn.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { median } from './median.mjs';
import { root } from './library.mjs';

const WITH_CLIENTS = `export { KMSClient } from '@aws-sdk/client-kms';
  export { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  export * from './lambda/envelope';`;
const MEASURE = `const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));`;

async function bundle(name, options) {
  const outfile = path.join(root, '.cache', `bench-envelope-${name}.js`);
  await build({
    absWorkingDir: root,
    stdin: { contents: WITH_CLIENTS, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    legalComments: 'none',
    logLevel: 'error',
    ...options,
  });
  return { file: outfile, bytes: statSync(outfile).size };
}

export async function measureStart(rounds) {
  // the second is what scripts/build.mjs does with functions
  const defaults = await bundle('defaults', {});
  const modules = await bundle('modules', { mainFields: ['module', 'main'] });
  const ours = await bundle('ours', { external: ['@aws-sdk/*'] });
  const times = { defaults: [], modules: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { file }] of Object.entries({ defaults, modules })) {
      times[name].push(Number(execFileSync(process.execPath, ['-e', MEASURE, file], { encoding: 'utf8' })));
    }
  }
  return {
    bytes: { ours: ours.bytes, modules: modules.bytes, defaults: defaults.bytes },
    loadMs: { modules: median(times.modules), defaults: median(times.defaults) },
    ratio: median(times.modules.map((each, round) => each / times.defaults[round])),
  };
}
