import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Assembly } from './assembly';
import { NO_CONSTRUCTS, type ConstructFacts } from './construct-facts';
import { constructFacts } from './construct-metadata';
import { decodeText } from './decode-text';
import { isObject, own, type Json, type JsonObject } from './json';
import { fileAssets, nestedTemplateFile } from './nested-template';
import { parseTemplateText } from './parse-template';
import type { TemplateSource } from './template';
import { UnreadableInput } from './unreadable-input';

const MANIFEST = 'manifest.json';

/** What is known beside the files themselves. */
export interface ReadOptions {
  /**
   * How findings name the input: a path that opens from the working directory.
   * @default - the location
   */
  readonly name?: string;
  /**
   * Values of parameters the stacks will be made with; nested ones get theirs from the stacks that nest them.
   * @default - none: defaults and allowed values count
   */
  readonly given?: JsonObject;
}

/**
 * Reads a cloud assembly (a directory with `manifest.json`, as `cdk synth` writes it, with its stages and nested
 * stacks) or one template file.
 * @throws UnreadableInput when something it names is missing or is no template
 */
export function readAssembly(location: string, options: ReadOptions = {}): Assembly {
  if (!existsSync(location)) throw new UnreadableInput(`${location}: no such file or directory`);
  if (!statSync(location).isDirectory()) {
    return readTemplateBytes(readBytes(location), { name: path.basename(location), ...options });
  }
  if (!isAssembly(location)) {
    throw new UnreadableInput(
      `${location}: a directory without ${MANIFEST} is no cloud assembly; run 'cdk synth' first`,
    );
  }
  const root = { directory: location, name: options.name ?? location, given: options.given ?? {} };
  const sources = readStage(root, '');
  if (sources.length === 0) throw new UnreadableInput(`${location}: the cloud assembly has no stacks`);
  return new Assembly(sources);
}

/** True for a directory that `cdk synth` may have written. */
export function isAssembly(directory: string): boolean {
  return existsSync(path.join(directory, MANIFEST));
}

/**
 * Reads one template that is in memory already, as from standard input.
 * @throws UnreadableInput when it is no template
 */
export function readTemplateBytes(
  bytes: Buffer,
  { name, given = {} }: ReadOptions & { readonly name: string },
): Assembly {
  return new Assembly([{ ...sourceOf(bytes, name, name, 'required'), given }]);
}

/** The directory everything is in, and how to speak of it. */
interface Root {
  readonly directory: string;
  readonly name: string;
  readonly given: JsonObject;
}

/** @param outer directories of the stages around this one */
function readStage(root: Root, directory: string, outer: readonly string[] = []): TemplateSource[] {
  if (outer.includes(directory)) {
    throw new UnreadableInput(`${path.join(root.directory, directory)}: the cloud assembly contains itself`);
  }
  const manifest = readObject(path.join(root.directory, directory, MANIFEST));
  const section = own(manifest, 'artifacts');
  const named = Object.entries(isObject(section) ? section : {}).flatMap(([id, artifact]) =>
    isObject(artifact) ? [{ id, artifact }] : [],
  );
  const within = (name: string) => path.posix.join(directory, name);
  const assets = new Map(
    named.flatMap(({ artifact }) => {
      const file = own(artifact, 'type') === 'cdk:asset-manifest' ? propertyOf(artifact, 'file') : undefined;
      return file === undefined ? [] : fileAssets(readObject(path.join(root.directory, within(file))));
    }),
  );
  return named.flatMap(({ id, artifact }) => {
    const type = own(artifact, 'type');
    const file = propertyOf(artifact, 'templateFile');
    if (type === 'aws:cloudformation:stack' && file !== undefined) {
      const place = own(artifact, 'environment');
      const environment =
        typeof place === 'string' ? /^aws:\/\/(?<account>[^/]+)\/(?<region>[a-z0-9-]+)$/u.exec(place) : null;
      // CDK writes the name only where it is not the artifact's
      const facts = {
        stackName: propertyOf(artifact, 'stackName') ?? id,
        region: environment?.groups?.['region'],
        account: environment?.groups?.['account'],
        tags: tagsOf(artifact),
        given: root.given,
        constructs: constructsOf(root, artifact, within),
      };
      return readStack({ root, assets, seen: new Set() }, within(file), facts);
    }
    const nested = propertyOf(artifact, 'directoryName');
    return type === 'cdk:cloud-assembly' && nested !== undefined
      ? readStage(root, within(nested), [...outer, directory])
      : [];
  });
}

function propertyOf(artifact: JsonObject, name: string): string | undefined {
  const properties = own(artifact, 'properties');
  const value = isObject(properties) ? own(properties, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** As `cdk deploy` passes them to CloudFormation. */
function tagsOf(artifact: JsonObject): JsonObject {
  const properties = own(artifact, 'properties');
  const tags = isObject(properties) ? own(properties, 'tags') : undefined;
  return isObject(tags) ? tags : {};
}

interface Place {
  readonly root: Root;
  /** File of each asset by its hash. */
  readonly assets: ReadonlyMap<string, string>;
  /** Templates on the way down: a nested stack that nests itself is read once. */
  readonly seen: Set<string>;
}

interface StackFacts {
  readonly stackName?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly tags: JsonObject;
  readonly given?: JsonObject;
  readonly constructs: () => ConstructFacts;
}

/** Older assemblies have the metadata in the manifest, newer ones in a file of its own. */
function constructsOf(
  root: Root,
  artifact: JsonObject,
  within: (name: string) => string,
): () => ConstructFacts {
  let facts: ConstructFacts | undefined;
  const read = () => {
    const file = own(artifact, 'additionalMetadataFile');
    const metadata = own(artifact, 'metadata');
    try {
      const further = typeof file === 'string' ? readObject(path.join(root.directory, within(file))) : {};
      return constructFacts({ ...(isObject(metadata) ? metadata : {}), ...further });
    } catch {
      // traces are a courtesy: without them findings point into the template
      return NO_CONSTRUCTS;
    }
  };
  return () => (facts ??= read());
}

/** The stack's own template and those of its nested stacks, which the manifest does not list. */
function readStack(place: Place, file: string, facts: StackFacts): TemplateSource[] {
  if (place.seen.has(file)) return [];
  place.seen.add(file);
  const source = readTemplate(place.root, file, facts);
  const nestedStacks = new Map<string, string>();
  const nested: TemplateSource[] = [];
  const resources = own(source.body, 'Resources');
  for (const [logicalId, resource] of Object.entries(isObject(resources) ? resources : {})) {
    if (!isObject(resource) || own(resource, 'Type') !== 'AWS::CloudFormation::Stack') continue;
    const asset = nestedTemplateFile(resource, place.assets);
    if (asset === undefined) continue;
    const nestedFile = path.posix.join(path.posix.dirname(file), asset);
    nestedStacks.set(logicalId, nestedFile);
    // nested stacks inherit the tags of the stack around them
    const { region, account, tags, constructs } = facts;
    nested.push(...readStack(place, nestedFile, { region, account, tags, constructs }));
  }
  return [{ ...source, nestedStacks }, ...nested];
}

function readTemplate(root: Root, file: string, facts: StackFacts): TemplateSource {
  const bytes = readBytes(path.join(root.directory, file));
  const { stackName, region, account, tags, given, constructs } = facts;
  return {
    // CDK writes a stack without resources as a template without the section; a lone file like that is no template
    ...sourceOf(bytes, file, path.posix.join(root.name, file), 'optional'),
    constructs,
    tags,
    ...(given === undefined ? {} : { given }),
    ...(stackName === undefined ? {} : { stackName }),
    ...(region === undefined || region.startsWith('unknown') ? {} : { region }),
    // an account that is not known yet is called unknown-account
    ...(account !== undefined && /^\d{12}$/u.test(account) ? { account } : {}),
  };
}

function sourceOf(
  bytes: Buffer,
  name: string,
  file: string,
  resources: 'required' | 'optional',
): TemplateSource {
  const { body, mayHide, plainText, locate } = parseTemplateText(decodeText(bytes, name), name, {
    resources,
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { path: name, sha256, body, mayHide, locate, file };
  return plainText === undefined ? source : { ...source, plainText };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    throw new UnreadableInput(`${file}: cannot be read (${code})`);
  }
}

function readObject(file: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(readBytes(file).toString('utf8')) as Json;
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    throw new UnreadableInput(`${file}: not valid JSON`);
  }
  if (!isObject(value)) throw new UnreadableInput(`${file}: not a manifest`);
  return value;
}
