import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AssetHashType, aws_lambda as lambda, DockerImage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigurationError } from './errors';

const PACKAGE = 'hipaa-ai-cdk';

/**
 * The prebuilt bundle of a handler, SDK inside, shipped in this package as `dist/lambda/<name>`: nothing is bundled or
 * downloaded while synthesizing.
 * @param files beside the bundle, text by name: what is too large for variables, and holds no tokens and nothing of a patient
 * @throws ConfigurationError `LambdaBundle` when the package was not built
 */
export function lambdaAsset(
  scope: Construct,
  name: string,
  files: Readonly<Record<string, string>> = {},
): lambda.Code {
  const directory = path.join(packageRoot(scope), 'dist', 'lambda', name);
  if (!existsSync(path.join(directory, 'index.js'))) {
    throw new ConfigurationError(
      scope,
      'LambdaBundle',
      `${directory} has no index.js; run 'npm run build' in ${PACKAGE}`,
    );
  }
  if (Object.keys(files).length === 0) return lambda.Code.fromAsset(directory);
  return lambda.Code.fromAsset(directory, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // never pulled: the local part below does not fail
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle(output) {
          cpSync(directory, output, { recursive: true });
          for (const [file, text] of Object.entries(files)) writeFileSync(path.join(output, file), text);
          return true;
        },
      },
    },
  });
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
