import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { InvalidSettings, parseSettings, type Settings } from '../lib/environment/settings';

/**
 * Reads `config/<environment>.yaml`.
 * @throws InvalidSettings when there is no such file, or listing everything that is wrong with it
 */
export function readSettings(environment: string, directory = 'config'): Settings {
  const file = path.join(directory, `${environment}.yaml`);
  if (!/^[a-z][a-z0-9-]*$/u.test(environment) || !existsSync(file)) {
    const known = existsSync(directory)
      ? readdirSync(directory).flatMap((name) =>
          name.endsWith('.yaml') && name !== 'waivers.yaml' ? name.slice(0, -5) : [],
        )
      : [];
    throw new InvalidSettings(file, [`no such environment; there are: ${known.join(', ') || 'none'}`]);
  }
  const document = parseDocument(readFileSync(file, 'utf8'), { prettyErrors: true });
  if (document.errors.length > 0) {
    throw new InvalidSettings(
      file,
      document.errors.map((error) => error.message),
    );
  }
  const settings = parseSettings(plain(document, file), file);
  if (settings.environment !== environment) {
    throw new InvalidSettings(file, [
      `environment: is '${settings.environment}', but the file is named for '${environment}'`,
    ]);
  }
  return settings;
}

/** Aliases without a target, or that would grow without end, show only when the document is made plain. */
function plain(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InvalidSettings(file, [error instanceof Error ? error.message : String(error)]);
  }
}
