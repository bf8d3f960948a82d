import { mapNetwork } from '../../lib/compliance/network-map/map-network';
import { networkMapSchema, type Flow, type NetworkMap } from '../../lib/compliance/network-map/network-map';
import type { JsonObject } from '../../lib/compliance/template/json';
import { assemblyOf, body } from './judge-template';

/** The map of stacks, held to its schema. */
export function mapOf(...stacks: readonly JsonObject[]): NetworkMap {
  return networkMapSchema.parse(mapNetwork(assemblyOf(...stacks.map((resources) => body(resources)))));
}

/** A logical id, or the word for what no template makes. */
export function shortId(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}

/** Flows of a kind as `From -> To`, in order. */
export function flowsOf({ flows }: NetworkMap, kind: Flow['kind']): readonly string[] {
  return flows
    .filter((flow) => flow.kind === kind)
    .map(({ from, to }) => `${shortId(from)} -> ${shortId(to)}`);
}

/** The one flow of a kind. */
export function onlyFlow({ flows }: NetworkMap, kind: Flow['kind']): Flow {
  const [flow, ...others] = flows.filter((each) => each.kind === kind);
  if (!flow || others.length > 0)
    throw new Error(`${kind} is there ${others.length + (flow ? 1 : 0)} times, not once`);
  return flow;
}
