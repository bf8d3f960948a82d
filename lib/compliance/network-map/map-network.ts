import { groupBy } from '../group-by';
import { append } from '../rules/cloudformation/per-assembly';
import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';
import { assetKind } from './asset-kinds';
import { callFlows, callProofs, callsOf } from './calls';
import { dataClassOf } from './data-class';
import { flowOf, type FlowSketch } from './flow-sketch';
import { flowsOf } from './flows-of';
import { AWS, ELSEWHERE, idOf, idsOf, INTERNET, ON_PREMISES, OTHER_ACCOUNT, type End } from './ids';
import { KEY_TYPES, keysOf, protectedBy } from './keys';
import { LIMITS } from './limits';
import { NETWORK_MAP_VERSION, type Asset, type Flow, type NetworkMap, type Service } from './network-map';
import { isOutsideVpcs } from './outside';
import { placesOf } from './places';
import { elsewhereProof, subnetProof } from './proof';
import { referencesOf } from './references';
import { SECURITY_GROUP } from './security-group-flows';
import { SUBNET, VPC, vpcOf, zoneOf } from './zones';

export interface MapOptions {
  /**
   * Templates to map; what their flows lead to in others is on the map as well.
   * @default - all of the assembly
   */
  readonly templates?: readonly Template[];
  /**
   * Construct path of a resource whose template does not say.
   * @default - none is known
   */
  readonly constructPathOf?: (template: string, logicalId: string) => string | undefined;
}

/**
 * The network map that templates show: assets, zones, flows, keys, and what they prove of ways to the internet. The same
 * templates give the same map. It holds names and address ranges, never the value of a variable or a secret.
 */
export function mapNetwork(assembly: Assembly, options: MapOptions = {}): NetworkMap {
  const { templates = assembly.templates, constructPathOf } = options;
  const placeOf = ({ template, logicalId, constructPath }: Resource) => {
    const path = constructPath ?? constructPathOf?.(template.path, logicalId);
    return { template: template.path, logicalId, ...(path === undefined ? {} : { constructPath: path }) };
  };
  const own = templates.flatMap((template) => template.resources);
  const calls = own.map((resource) => ({ resource, calls: callsOf(resource) }));
  const sketches = [
    ...own.flatMap(flowsOf),
    ...calls.flatMap(({ resource, calls: some }) => callFlows(resource, some)),
  ];
  const shown = shownResources(assembly, own, sketches);
  const assets = shown.assets.map((resource): Asset => {
    const { keys, otherKey } = keysOf(resource);
    const { stackName, region } = resource.template;
    const dataClass = dataClassOf(resource);
    return {
      id: idOf(resource),
      kind: assetKind(resource.type) ?? 'other',
      type: resource.type,
      ...placeOf(resource),
      ...(stackName === undefined ? {} : { stackName }),
      ...(region === undefined ? {} : { region }),
      zones: idsOf(placesOf(resource)),
      ...(dataClass === undefined ? {} : { dataClass }),
      keys: idsOf(keys),
      otherKey,
    };
  });
  const members = membersOf(shown.assets);
  const naming = namingKeys(shown.assets);
  const inZone = groupBy(
    assets.flatMap((asset) => asset.zones.map((zone) => ({ zone, asset }))),
    ({ zone }) => zone,
  );
  const assetsIn = (zone: string) => (inZone.get(zone) ?? []).map(({ asset }) => asset);
  const flows = unique(sketches.map(flowOf));
  return {
    schemaVersion: NETWORK_MAP_VERSION,
    templates: templates.map(({ path, sha256 }) => ({ path, sha256 })),
    zones: [
      ...shown.zones.map((resource) => zoneOf(resource, placeOf(resource).constructPath)),
      ...otherZones(assets, flows),
    ],
    assets,
    services: servicesIn(sketches),
    securityGroups: shown.groups.map((group) => {
      const vpc = vpcOf(group);
      return {
        id: idOf(group),
        ...placeOf(group),
        ...(vpc ? { within: idOf(vpc) } : {}),
        members: idsOf(members.get(group) ?? []),
      };
    }),
    flows,
    keys: shown.keys.map((key) => {
      const dataClass = dataClassOf(key);
      return {
        id: idOf(key),
        ...placeOf(key),
        ...(dataClass === undefined ? {} : { dataClass }),
        protects: idsOf(protectedBy(key, naming.get(key) ?? [])),
      };
    }),
    proof: {
      subnets: [
        ...shown.zones
          .filter(({ type }) => type === SUBNET)
          .map((subnet) => subnetProof(subnet, assetsIn(idOf(subnet)))),
        ...elsewhereProof(assetsIn(ELSEWHERE)),
      ],
      calls: calls.flatMap(({ calls: some }) => callProofs(some)),
      outside: own.filter(isOutsideVpcs).map((resource) => {
        const dataClass = dataClassOf(resource);
        return { asset: idOf(resource), ...(dataClass === undefined ? {} : { dataClass }) };
      }),
    },
    limits: [...LIMITS],
  };
}

interface Shown {
  readonly zones: readonly Resource[];
  readonly groups: readonly Resource[];
  readonly keys: readonly Resource[];
  readonly assets: readonly Resource[];
}

/** What is on the map, in the order of the templates: what is mapped, and what flows, places and keys lead to. */
function shownResources(
  assembly: Assembly,
  own: readonly Resource[],
  sketches: readonly FlowSketch[],
): Shown {
  const ends = new Set<End>(
    sketches.flatMap(({ from, to, through = [], on = [] }) => [from, to, ...through, ...on]),
  );
  const named = new Set<End>(own.flatMap((resource) => (isAsset(resource) ? namedBy(resource) : [])));
  const ownSet = new Set<End>(own);
  const all = assembly.templates
    .flatMap((template) => template.resources)
    .filter((resource) => ownSet.has(resource) || ends.has(resource) || named.has(resource));
  const isPart = ({ type }: Resource) =>
    type === SUBNET || type === VPC || type === SECURITY_GROUP || KEY_TYPES.has(type);
  return {
    zones: all.filter(({ type }) => type === SUBNET || type === VPC),
    groups: all.filter(({ type }) => type === SECURITY_GROUP),
    keys: all.filter(({ type }) => KEY_TYPES.has(type)),
    assets: all.filter((resource) => !isPart(resource) && (isAsset(resource) || ends.has(resource))),
  };
}

function isAsset({ type }: Resource): boolean {
  return assetKind(type) !== undefined;
}

/** Places, VPCs, groups and keys of an asset. */
function namedBy(asset: Resource): readonly End[] {
  const places = placesOf(asset);
  const vpcs = places.flatMap((place) => (typeof place === 'string' ? [] : (vpcOf(place) ?? [])));
  return [...places, ...vpcs, ...groupsOf(asset), ...keysOf(asset).keys];
}

function groupsOf(asset: Resource): readonly Resource[] {
  return referencesOf(asset).found.flatMap(({ target }) => (target.type === SECURITY_GROUP ? [target] : []));
}

function membersOf(assets: readonly Resource[]): ReadonlyMap<Resource, readonly Resource[]> {
  const members = new Map<Resource, Resource[]>();
  for (const asset of assets) for (const group of groupsOf(asset)) append(members, group, asset);
  return members;
}

function namingKeys(assets: readonly Resource[]): ReadonlyMap<Resource, readonly Resource[]> {
  const naming = new Map<Resource, Resource[]>();
  for (const asset of assets) for (const key of keysOf(asset).keys) append(naming, key, asset);
  return naming;
}

/** Zones that no template makes: the APIs of AWS and the internet always, others where something leads there. */
function otherZones(assets: readonly Asset[], flows: readonly Flow[]): NetworkMap['zones'] {
  const used = new Set([
    ...assets.flatMap(({ zones }) => zones),
    ...flows.flatMap(({ from, to }) => [from, to]),
  ]);
  return ([AWS, INTERNET, OTHER_ACCOUNT, ON_PREMISES, ELSEWHERE] as const)
    .filter((zone) => zone === AWS || zone === INTERNET || used.has(zone))
    .map((zone) => ({ id: zone, kind: zone, ranges: [] }));
}

function servicesIn(sketches: readonly FlowSketch[]): Service[] {
  const ends = sketches.flatMap(({ from, to }) => [from, to]).filter((end) => typeof end === 'string');
  const ids = new Set(ends.filter((id) => /^(?:service|model):/u.test(id)));
  return [...ids].sort().map((id) => {
    const colon = id.indexOf(':');
    return { id, kind: id.startsWith('model:') ? 'model' : 'service', name: id.slice(colon + 1) };
  });
}

/** Branches of a condition may describe the same flow twice. */
function unique(flows: readonly Flow[]): Flow[] {
  return [...new Map(flows.map((flow) => [JSON.stringify(flow), flow])).values()];
}
