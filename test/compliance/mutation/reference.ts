import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTemplate } from '../../../lib/compliance/template/parse-template';
import { isList, isObject, own, type JsonObject } from '../../../lib/compliance/template/json';

const folder = path.resolve(__dirname, '..', '..', 'fixtures', 'compliance', 'reference');

/** Templates in which everything is as every rule wants it, with every property that could be weakened. By file name. */
export function referenceTemplates(): ReadonlyMap<string, JsonObject> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    files.map((name) => [name, parseTemplate(readFileSync(path.join(folder, name), 'utf8'), name)]),
  );
}

/**
 * Ids of the rules a reference breaks by having a thing at all (an IAM user, an inline policy, a service that is not
 * eligible): what weakens such a thing further must be found as well. A file says so in `Metadata.AdvisedAgainst`.
 */
export function advisedAgainst(template: JsonObject): readonly string[] {
  const metadata = own(template, 'Metadata');
  const ids = isObject(metadata) ? own(metadata, 'AdvisedAgainst') : undefined;
  return isList(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
