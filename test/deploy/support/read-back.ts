import type { Aws } from './aws';
import { READERS } from '../read-back';
import { differences, type Difference } from './compare';
import type { DeployedResource, Deployment } from './deployed';
import type { JsonObject } from './json';
import { isLacking } from './lacks';

/** There is nothing to create: it tells AWS which constructs a stack uses. */
const NOTHING_TO_CREATE = 'AWS::CDK::Metadata';

export interface ReadBack {
  readonly resource: DeployedResource;
  /** `recorded`: CloudFormation lists it, its service does not know it. `not emulated`: there is no such service. */
  readonly state: 'created' | 'recorded' | 'not emulated' | 'nothing to create';
  readonly properties: number;
  /** What the service answers, in the words of the resource type. */
  readonly observed?: JsonObject;
  readonly differences: readonly Difference[];
}

/** Compares everything a deployment asked for with what the services' own APIs answer. */
export async function readBack(aws: Aws, deployment: Deployment): Promise<readonly ReadBack[]> {
  const results: ReadBack[] = [];
  for (const resource of deployment.resources) {
    if (isLacking(resource.type)) {
      results.push({ resource, state: 'not emulated', properties: 0, differences: [] });
      continue;
    }
    const expected = await deployment.properties(resource);
    const properties = Object.keys(expected).length;
    if (resource.type === NOTHING_TO_CREATE) {
      results.push({ resource, state: 'nothing to create', properties, differences: [] });
      continue;
    }
    const observed = await observe(aws, resource, expected);
    results.push({
      resource,
      properties,
      state: observed ? 'created' : 'recorded',
      ...(observed && { observed }),
      differences: observed ? differences(expected, observed) : [],
    });
  }
  return results;
}

/** What the service answers about a resource; nothing when it does not know it. */
export function observe(
  aws: Aws,
  { type, physicalId }: DeployedResource,
  properties: JsonObject,
): Promise<JsonObject | undefined> {
  const read = READERS[type];
  if (!read) throw new Error(`${type} has no reader; write one in test/deploy/read-back`);
  return read(aws, physicalId, properties);
}
