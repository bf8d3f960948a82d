import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Assembly } from './assembly';
import { isObject, own, type Json, type JsonObject } from './json';
import { fileAssets, nestedTemplateFile } from './nested-template';
import { parseTemplate } from './parse-template';
import type { TemplateSource } from './template';
import { UnreadableInput } from './unreadable-input';

const MANIFEST = 'manifest.json';

/**
 * Reads a cloud assembly (a directory with `manifest.json`, as `cdk synth` writes it, with its stages and nested
 * stacks) or one template file.
 * @throws UnreadableInput when something it names is missing or is no template
 */
export function readAssembly(location: string): Assembly {
  if (!existsSync(location)) throw new UnreadableInput(`${location}: no such file or directory`);
  if (!statSync(location).isDirectory()) {
    return new Assembly([readTemplate(path.dirname(location), path.basename(location))]);
  }
  if (!existsSync(path.join(location, MANIFEST))) {
    throw new UnreadableInput(
      `${location}: a directory without ${MANIFEST} is no cloud assembly; run 'cdk synth' first`,
    );
  }
  const sources = readStage(location, '');
  if (sources.length === 0) throw new UnreadableInput(`${location}: the cloud assembly has no stacks`);
  return new Assembly(sources);
}

/** @param outer directories of the stages around this one */
function readStage(root: string, directory: string, outer: readonly string[] = []): TemplateSource[] {
  if (outer.includes(directory)) {
    throw new UnreadableInput(`${path.join(root, directory)}: the cloud assembly contains itself`);
  }
  const manifest = readObject(path.join(root, directory, MANIFEST));
  const section = own(manifest, 'artifacts');
  const named = Object.entries(isObject(section) ? section : {}).flatMap(([id, artifact]) =>
    isObject(artifact) ? [{ id, artifact }] : [],
  );
  const within = (name: string) => path.posix.join(directory, name);
  const assets = new Map(
    named.flatMap(({ artifact }) => {
      const file = own(artifact, 'type') === 'cdk:asset-manifest' ? propertyOf(artifact, 'file') : undefined;
      return file === undefined ? [] : fileAssets(readObject(path.join(root, within(file))));
    }),
  );
  return named.flatMap(({ id, artifact }) => {
    const type = own(artifact, 'type');
    const file = propertyOf(artifact, 'templateFile');
    if (type === 'aws:cloudformation:stack' && file !== undefined) {
      const place = own(artifact, 'environment');
      const environment =
        typeof place === 'string' ? /^aws:\/\/[^/]+\/(?<region>[a-z0-9-]+)$/u.exec(place) : null;
      // CDK writes the name only where it is not the artifact's
      const facts = {
        stackName: propertyOf(artifact, 'stackName') ?? id,
        region: environment?.groups?.['region'],
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

interface Place {
  readonly root: string;
  /** File of each asset by its hash. */
  readonly assets: ReadonlyMap<string, string>;
  /** Templates on the way down: a nested stack that nests itself is read once. */
  readonly seen: Set<string>;
}

interface StackFacts {
  readonly stackName?: string | undefined;
  readonly region?: string | undefined;
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
    nested.push(...readStack(place, nestedFile, { region: facts.region }));
  }
  return [{ ...source, nestedStacks }, ...nested];
}

function readTemplate(root: string, file: string, facts?: StackFacts): TemplateSource {
  const bytes = readBytes(path.join(root, file));
  const { stackName, region } = facts ?? {};
  return {
    path: file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    // CDK writes a stack without resources as a template without the section; a lone file like that is no template
    body: parseTemplate(bytes.toString('utf8'), file, { resources: facts ? 'optional' : 'required' }),
    ...(stackName === undefined ? {} : { stackName }),
    ...(region === undefined || region.startsWith('unknown') ? {} : { region }),
  };
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
