import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';

/** A copy of what `cdk synth` reads in the repository (the app itself stays there), with one setting changed. */
export function changedProject(
  root: string,
  directory: string,
  setting: readonly string[],
  value: number | string,
): void {
  mkdirSync(path.join(directory, 'config'), { recursive: true });
  for (const file of ['cdk.json', path.join('config', 'waivers.yaml')]) {
    copyFileSync(path.join(root, file), path.join(directory, file));
  }
  const settings = parseDocument(readFileSync(path.join(root, 'config', 'dev.yaml'), 'utf8'));
  settings.setIn(setting, value);
  writeFileSync(path.join(directory, 'config', 'dev.yaml'), settings.toString());
}
