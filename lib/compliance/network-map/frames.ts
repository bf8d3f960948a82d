import type { Fold } from './fold';
import type { Asset, NetworkMap, Zone } from './network-map';

/** Zones of a map by id. */
export type ZoneIndex = ReadonlyMap<string, Zone>;

export function zoneIndex(map: NetworkMap): ZoneIndex {
  return new Map(map.zones.map((zone) => [zone.id, zone]));
}

/** A frame of the drawing: subnets of one kind within a VPC, a VPC, or a zone that no template makes. */
export interface Frame {
  readonly key: string;
  readonly within?: string;
  readonly zone: Zone | undefined;
}

const ALL_VPCS = 'all VPCs';

/** The frame of a subnet, VPC or other zone; VPCs are one when everything is folded. */
export function frameOf(id: string, fold: Fold, zones: ZoneIndex): Frame {
  const zone = zones.get(id);
  if (zone?.kind !== 'subnet' && zone?.kind !== 'vpc') return { key: id, zone };
  const vpc =
    fold === 'kind' ? ALL_VPCS : zone.kind === 'vpc' ? id : (zone.within ?? 'a VPC not in these templates');
  if (zone.kind === 'vpc') return { key: vpc, zone };
  return { key: `${vpc}\n${zone.subnetKind ?? 'unknown'}`, within: vpc, zone };
}

/** Where an asset is drawn: with its subnets when these are of one kind, else in the VPC that they share. */
export function assetFrame({ zones: ids }: Asset, fold: Fold, zones: ZoneIndex): Frame {
  const [first, ...others] = ids.map((id) => frameOf(id, fold, zones));
  if (!first) return { key: 'elsewhere', zone: zones.get('elsewhere') };
  if (others.every(({ key }) => key === first.key)) return first;
  const vpc = first.within ?? first.key;
  return { key: vpc, zone: zones.get(vpc) };
}
