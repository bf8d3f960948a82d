import { isList, isObject, own, type Json, type JsonObject } from './json';

/** Hash and file of every file asset of an asset manifest. */
export function fileAssets(manifest: JsonObject): [hash: string, file: string][] {
  const files = own(manifest, 'files');
  return Object.entries(isObject(files) ? files : {}).flatMap(([hash, asset]): [string, string][] => {
    const source = isObject(asset) ? own(asset, 'source') : undefined;
    const file = isObject(source) ? own(source, 'path') : undefined;
    return typeof file === 'string' ? [[hash, file]] : [];
  });
}

/**
 * The file in the assembly that a nested stack deploys from. Its URL ends in the asset's hash, which is what counts; the
 * path in the metadata is there only under the CDK CLI.
 */
export function nestedTemplateFile(
  stack: JsonObject,
  assets: ReadonlyMap<string, string>,
): string | undefined {
  const properties = own(stack, 'Properties');
  const url = isObject(properties) ? own(properties, 'TemplateURL') : undefined;
  const hash = /(?<hash>[0-9a-f]{64})\.json$/u.exec(lastText(url) ?? '')?.groups?.['hash'];
  const file = hash === undefined ? undefined : assets.get(hash);
  if (file !== undefined) return file;
  const metadata = own(stack, 'Metadata');
  const hint = isObject(metadata) ? own(metadata, 'aws:asset:path') : undefined;
  return typeof hint === 'string' ? hint : undefined;
}

/** The end of a text that may be an `Fn::Join` or `Fn::Sub`. */
function lastText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (isList(value)) return lastText(value.at(-1));
  if (!isObject(value)) return undefined;
  const join = own(value, 'Fn::Join');
  if (isList(join)) return lastText(join[1]);
  const sub = own(value, 'Fn::Sub');
  return isList(sub) ? lastText(sub[0]) : typeof sub === 'string' ? sub : undefined;
}
