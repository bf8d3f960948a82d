import { readFileSync } from 'node:fs';
import path from 'node:path';
import { at, isObject, parseJson, textAt, type Json, type JsonObject } from './json';

export interface Resource {
  readonly type: string;
  readonly properties: JsonObject;
  /** What becomes of it when its stack is deleted. */
  readonly retained: boolean;
}

export interface StackTemplate {
  readonly name: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

/** The stacks of a cloud assembly, those inside Stages included. */
export function readAssembly(directory: string): readonly StackTemplate[] {
  const artifacts = at(readJson(path.join(directory, 'manifest.json')), 'artifacts');
  return Object.entries(isObject(artifacts) ? artifacts : {}).flatMap(([id, artifact]) => {
    const type = at(artifact, 'type');
    if (type === 'cdk:cloud-assembly') {
      return readAssembly(path.join(directory, textAt(artifact, 'properties', 'directoryName')));
    }
    if (type !== 'aws:cloudformation:stack') return [];
    const template = readJson(path.join(directory, textAt(artifact, 'properties', 'templateFile')));
    // a stack is named after its artifact unless the manifest says otherwise
    const name = at(artifact, 'properties', 'stackName') ?? id;
    return [{ name: typeof name === 'string' ? name : id, resources: resourcesOf(template) }];
  });
}

function resourcesOf(template: Json): ReadonlyMap<string, Resource> {
  const resources = at(template, 'Resources');
  return new Map(
    Object.entries(isObject(resources) ? resources : {}).map(([id, resource]) => {
      const properties = at(resource, 'Properties');
      const deletion = at(resource, 'DeletionPolicy');
      return [
        id,
        {
          type: textAt(resource, 'Type'),
          properties: isObject(properties) ? properties : {},
          retained: deletion === 'Retain' || deletion === 'RetainExceptOnCreate',
        },
      ];
    }),
  );
}

function readJson(file: string): Json {
  return parseJson(readFileSync(file, 'utf8'));
}
