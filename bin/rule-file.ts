import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import type * as Esbuild from 'esbuild';
import type { Rule } from '../lib/compliance/rule';
import { RULES } from '../lib/compliance/rules/registry';
import { InvalidRuleFile, userRules } from '../lib/compliance/user-rules';
import { UsageError } from './verbs/verb';

/**
 * Our rules and those of a user's file, JavaScript or TypeScript. The file is code and runs with the caller's rights.
 * TypeScript needs Node 22.18 or newer, which strips types, or `esbuild` installed beside the file.
 * @throws UsageError when the file cannot be loaded, or what it exports is no rule
 */
export async function availableRules(file: string | undefined): Promise<readonly Rule[]> {
  if (file === undefined) return RULES;
  if (!existsSync(file)) throw new UsageError(`--rules-file is '${file}', which does not exist`);
  const exported = await load(path.resolve(file));
  try {
    return [...RULES, ...userRules(exported, file, RULES)];
  } catch (error) {
    if (error instanceof InvalidRuleFile) throw new UsageError(error.message);
    throw error;
  }
}

async function load(file: string): Promise<unknown> {
  try {
    return /\.[cm]?ts$/u.test(file) ? await loadTypeScript(file) : await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : 'it throws';
    throw new UsageError(`--rules-file ${path.basename(file)} cannot be loaded (${reason})`);
  }
}

async function loadTypeScript(file: string): Promise<unknown> {
  const stripsTypes = 'typescript' in process.features && process.features.typescript !== false;
  if (stripsTypes) return import(pathToFileURL(file).href);
  const near = createRequire(file);
  const esbuild = bundlerFor(near);
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  const module = { exports: {} as unknown };
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports', 'require'], {
    filename: file,
  }) as (...scope: readonly unknown[]) => unknown;
  run(module, module.exports, near);
  return module.exports;
}

/** The user's own esbuild, installed beside the file or where the command runs. */
function bundlerFor(near: NodeJS.Require): typeof Esbuild {
  for (const from of [near, createRequire(path.join(process.cwd(), 'package.json'))]) {
    try {
      return from('esbuild') as typeof Esbuild;
    } catch {
      // the next place
    }
  }
  throw new UsageError(
    `--rules-file is TypeScript, which Node ${process.versions.node} cannot read by itself; install esbuild, or give JavaScript`,
  );
}
