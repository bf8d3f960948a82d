// Runs the commands of examples/ci as they are written, in an app that has the package installed, one file after the other.
//   node scripts/run-ci-examples.mjs APP
// `npm ci` is left out: APP is already installed. What a CI service does itself (`uses:`) is not run.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const examples = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'examples', 'ci');
const [app] = process.argv.slice(2);
if (!app) {
  console.error('run-ci-examples: give the folder of an app that has hipaa-ai-cdk installed');
  process.exit(2);
}

const commandsOf = {
  'github-actions.yml': ({ jobs }) =>
    Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run]))),
  'gitlab-ci.yml': ({ compliance }) => [...compliance.script, ...compliance.after_script],
  'buildspec.yml': ({ phases }) => Object.values(phases).flatMap(({ commands }) => commands),
};

let ran = 0;
for (const file of readdirSync(examples)) {
  const commands = commandsOf[file];
  if (!commands) throw new Error(`examples/ci/${file}: how its commands are found is not said here`);
  for (const command of commands(parse(readFileSync(path.join(examples, file), 'utf8')))) {
    if (command.trim() === 'npm ci') continue;
    const env = { ...process.env, GITHUB_STEP_SUMMARY: path.join(app, 'step-summary.md') };
    const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], {
      cwd: app,
      env,
      stdio: 'inherit',
    });
    if (status !== 0) {
      console.error(`examples/ci/${file}: exit ${status} of: ${command}`);
      process.exit(1);
    }
    ran += 1;
  }
}
console.log(`${ran} commands of examples/ci ran`);
