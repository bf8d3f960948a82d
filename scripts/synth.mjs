// The main job: synthesize every stack of one environment, then let the gate decide.
//   npm run synth [-- --env dev] [-- --as-of YYYY-MM-DD] [-- --output cdk.out]
// `cdk synth` alone is not enough: without '**' it selects no stack inside a Stage and exits 0 whatever was found, and
// it exits 0 as well when a plugin throws. The gate trusts the evidence, not the exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const today = new Date().toISOString().slice(0, 10);
let values;
try {
  ({ values } = parseArgs({
    options: {
      env: { type: 'string', default: 'dev' },
      'as-of': { type: 'string', default: today },
      output: { type: 'string', default: 'cdk.out' },
    },
  }));
} catch (error) {
  console.error(`synth: ${error.message}`);
  process.exit(2);
}

const run = (script, args) => {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
};

// CDK hashes what lies in the output folder, and stale stacks must not be judged. Only a cloud assembly is removed: the
// folder is named on the command line, and `--output .` must not cost anybody their work.
const output = path.resolve(root, values.output);
if (existsSync(output)) {
  const isAssembly =
    existsSync(path.join(output, 'manifest.json')) && existsSync(path.join(output, 'cdk.out'));
  // a synthesis that broke off leaves no manifest: the default folder is ours in any state
  if (!isAssembly && values.output !== 'cdk.out' && readdirSync(output).length > 0) {
    console.error(
      `synth: --output is '${values.output}', which holds something else than a cloud assembly; name an empty or new folder`,
    );
    process.exit(2);
  }
  rmSync(output, { recursive: true, force: true });
}
const cdk = path.join(
  path.dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')),
  'bin',
  'cdk',
);
const synthesized = run(cdk, [
  'synth',
  '**',
  '--quiet',
  '--no-notices',
  '--output',
  values.output,
  '-c',
  `env=${values.env}`,
  '-c',
  `as-of=${values['as-of']}`,
]);
const built = run(path.join(root, 'scripts', 'build.mjs'), ['cli']);
const gated =
  built ||
  run(path.join(root, 'dist', 'bin', 'hipaa-ai.js'), ['gate', values.output, '--as-of', values['as-of']]);
process.exit(synthesized || gated);
