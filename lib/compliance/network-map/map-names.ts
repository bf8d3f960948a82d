import type { Asset, NetworkMap } from './network-map';
import { ZONE_NAMES } from './zones';

/** Ids of a map as the words a reader knows them by. */
export class MapNames {
  private readonly names = new Map<string, string>();

  constructor(map: NetworkMap) {
    for (const { id, template, logicalId, constructPath } of [
      ...map.assets,
      ...map.securityGroups,
      ...map.keys,
    ])
      this.names.set(id, constructPath ?? `${template}#${logicalId}`);
    for (const { id, constructPath } of map.zones) this.names.set(id, constructPath ?? ZONE_NAMES[id] ?? id);
    for (const { id, name } of map.services) this.names.set(id, name);
  }

  /** The construct path, the name of a zone or service, else the id: route tables and roles are no rows of the map. */
  of(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** The end of the name: `Redaction` of `HipaaAi-dev/Ai/Redaction/Resource`, a logical id where there is no path. */
  shortOf(id: string): string {
    const name = this.of(id);
    const hash = name.lastIndexOf('#');
    if (hash >= 0) return name.slice(hash + 1);
    const steps = name.replace(/(?:\/(?:Resource|Default))+$/u, '').split('/');
    return steps.slice(-2).join('/');
  }
}

/** What a proof comes to, in numbers that a heading can say. */
export interface ProofCounts {
  readonly subnets: number;
  /** Of them, those that may hold protected health information. */
  readonly withPhi: number;
  readonly byVerdict: Readonly<Record<NetworkMap['proof']['subnets'][number]['verdict'], number>>;
}

export function countsOf({ proof }: NetworkMap): ProofCounts {
  const byVerdict = { 'no-path': 0, path: 0, beyond: 0, unknown: 0 };
  const withPhi = proof.subnets.filter(({ mayHoldPhi }) => mayHoldPhi);
  for (const { verdict } of withPhi) byVerdict[verdict] += 1;
  return { subnets: proof.subnets.length, withPhi: withPhi.length, byVerdict };
}

/** `Lambda::Function`. */
export function shortType({ type }: Pick<Asset, 'type'>): string {
  return type.replace(/^AWS::/u, '');
}
