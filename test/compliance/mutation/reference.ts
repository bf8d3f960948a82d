import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTemplate } from '../../../lib/compliance/template/parse-template';
import type { JsonObject } from '../../../lib/compliance/template/json';

const folder = path.resolve(__dirname, '..', '..', 'fixtures', 'compliance', 'reference');

/** Templates in which everything is as every rule wants it, with every property that could be weakened. By file name. */
export function referenceTemplates(): ReadonlyMap<string, JsonObject> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files.map((name) => [name, parseTemplate(readFileSync(path.join(folder, name), 'utf8'), name)]),
  );
}
