import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aws_lambda as lambda } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigurationError } from './errors';

const PACKAGE = 'hipaa-ai-cdk';

/**
 * The prebuilt bundle of a handler, SDK inside, shipped in this package as `dist/lambda/<name>`: nothing is bundled or
 * downloaded while synthesizing.
 * @throws ConfigurationError `LambdaBundle` when the package was not built
 */
export function lambdaAsset(scope: Construct, name: string): lambda.Code {
  const directory = path.join(packageRoot(scope), 'dist', 'lambda', name);
  if (!existsSync(path.join(directory, 'index.js'))) {
    throw new ConfigurationError(
      scope,
      'LambdaBundle',
      `${directory} has no index.js; run 'npm run build' in ${PACKAGE}`,
    );
  }
  return lambda.Code.fromAsset(directory);
}

/** This module runs from lib/, dist/lib/ and dist/bin/: the package is the first folder above that says so. */
function packageRoot(scope: Construct): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown };
      if (name === PACKAGE) return folder;
    }
    if (folder === path.dirname(folder)) break;
  }
  try {
    // bundled into somebody's app: the package must still be installed beside it
    return path.dirname(require.resolve(`${PACKAGE}/package.json`));
  } catch {
    throw new ConfigurationError(
      scope,
      'LambdaBundle',
      `the package ${PACKAGE} cannot be found from ${__dirname}; keep it out of your bundle (external) and installed`,
    );
  }
}
