// Builds what runs: `app` and `cli` are one CommonJS file each (packages stay external), every folder of lambda/
// that has a handler, or a main program for a container, becomes dist/lambda/<name>/index.js with its SDK inside. `lib` and
// `engine` are what importers get.
//   node scripts/build.mjs [app|cli|try|lambda|lib|engine ...]      default: all
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const wanted = new Set(process.argv.slice(2));
const all = wanted.size === 0;
const at = (...parts) => path.join(root, ...parts);

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
  legalComments: 'none',
};

async function program(name) {
  const outfile = at('dist', 'bin', `${name}.js`);
  await build({
    ...shared,
    entryPoints: [at('bin', `${name}.ts`)],
    outfile,
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    banner: name === 'hipaa-ai' ? { js: '#!/usr/bin/env node' } : {},
  });
  if (name === 'hipaa-ai') chmodSync(outfile, 0o755);
}

/** The asset holds one file: a source map would change its hash with the place it was built in. */
async function lambdas() {
  const bundled = new Set();
  for (const name of readdirSync(at('lambda'))) {
    const entry = ['handler.ts', 'main.ts'].map((file) => at('lambda', name, file)).find(existsSync);
    if (entry === undefined) continue;
    rmSync(at('dist', 'lambda', name), { recursive: true, force: true });
    const { metafile } = await build({
      ...shared,
      metafile: true,
      entryPoints: [entry],
      outfile: at('dist', 'lambda', name, 'index.js'),
      target: 'node22',
      minify: true,
      // ES modules first: half the size and half the load time of esbuild's default order for the AWS SDK
      mainFields: ['module', 'main'],
      external: [],
    });
    for (const input of Object.keys(metafile.inputs)) {
      const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(input) ?? [];
      if (folder) bundled.add(folder);
    }
  }
  writeFileSync(at('dist', 'THIRD_PARTY_NOTICES.txt'), notices([...bundled].sort()));
}

/** Licences of what the bundles contain: they are shipped without their packages. */
function notices(folders) {
  const entries = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
    const file = readdirSync(at(folder)).find((entry) => /^licen[cs]e/iu.test(entry));
    const text = file ? readFileSync(at(folder, file), 'utf8').trim() : `(licence: ${license})`;
    entries.set(`${name}@${version}`, `${name} ${version} (${license})\n\n${text}\n`);
  }
  // words packed into data are in no bundle's list of inputs
  for (const folder of ['lambda', 'lib']) {
    for (const file of readdirSync(at(folder), { recursive: true })) {
      if (path.basename(file) === 'NOTICE.txt') entries.set(file, readFileSync(at(folder, file), 'utf8'));
    }
  }
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Packages inside dist/lambda, and data inside dist\n${rule}${[...entries.values()].join(rule)}`;
}

/** What importers get, by the module behind each entry of `exports`; those of one list are one file. */
const LIBRARY = [['index', 'compliance/index'], ['compliance/rule-kit']];
/**
 * The same of lambda/, apart from the assets of Lambda functions. The entries of the envelope are one file: an error
 * that one of them throws must be an instance of the class another one exports.
 */
const ENGINE = [
  ['redaction/index'],
  ['redaction/cloud'],
  ['envelope/index', 'envelope/tenants/index', 'envelope/engine/index'],
  ['ledger/index'],
  ['mutual-tls-client/index'],
];

/**
 * Types from tsc, code in one file for each list: a rule is a module of its own here, and an app that loaded more than a
 * thousand files before its first construct would wait for them longer than for the CDK. Rules of a user's own load
 * without the CDK, so that file is apart.
 */
async function library() {
  rmSync(at('dist', 'lib'), { recursive: true, force: true });
  declareTypes('tsconfig.build.json');
  for (const modules of LIBRARY) await oneFile('lib', modules, at('dist', 'lib'));
}

/** Redaction, envelope, ledger and the client of the mesh for whoever runs them in a program of their own. */
async function engine() {
  rmSync(at('dist', 'engine'), { recursive: true, force: true });
  declareTypes('tsconfig.engine.json');
  for (const modules of ENGINE) await oneFile('lambda', modules, at('dist', 'engine', 'lambda'));
}

/** Bundles modules of a folder into one file, and gives each of them a file that hands on its part. */
async function oneFile(folder, modules, outdir) {
  const outfile = path.join(outdir, `${modules[0]}.bundle.js`);
  await build({
    ...shared,
    stdin: {
      contents: modules.map((name, index) => `export * as m${index} from './${folder}/${name}';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    target: 'node20',
    packages: 'external',
  });
  const bundle = createRequire(import.meta.url)(outfile);
  for (const [index, name] of modules.entries()) {
    const file = path.join(outdir, `${name}.js`);
    const from = path.relative(path.dirname(file), outfile).split(path.sep).join('/');
    // written out one by one: this is how Node finds the names for an `import` of CommonJS
    const names = Object.keys(bundle[`m${index}`]).map(
      (each) => `exports.${each} = bundle.m${index}.${each};`,
    );
    const required = from.startsWith('.') ? from : `./${from}`;
    writeFileSync(file, ["'use strict';", `const bundle = require('${required}');`, ...names, ''].join('\n'));
  }
}

function declareTypes(project) {
  execFileSync(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
}

if (all || wanted.has('lambda') || wanted.has('app')) await lambdas();
if (all || wanted.has('cli')) await program('hipaa-ai');
if (all || wanted.has('app')) await program('app');
if (all || wanted.has('try')) await program('try');
if (wanted.has('generate-docs')) await program('generate-docs');
if (all || wanted.has('lib')) await library();
if (all || wanted.has('engine')) await engine();
