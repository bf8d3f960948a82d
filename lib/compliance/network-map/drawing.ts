import { commonOf, type Fold } from './fold';
import { assetFrame, frameOf, zoneIndex, type Frame, type ZoneIndex } from './frames';
import { MapNames, shortType } from './map-names';
import type { Asset, Flow, NetworkMap, SecurityGroup, Service, Zone } from './network-map';
import { ZONE_NAMES } from './zones';

export interface Node {
  readonly key: string;
  readonly frame: Frame;
  readonly kind: Asset['kind'] | 'zone' | 'service' | 'model' | 'security-group';
  readonly lines: readonly string[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: Flow['kind'] | 'acts-on';
  readonly labels: ReadonlySet<string>;
  /** How many flows it stands for. */
  readonly flows: number;
}

/** A map as nodes in frames with edges between them. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  readonly frames: ReadonlyMap<string, Frame>;
  /** Flows whose ends are drawn as one. */
  readonly inside: number;
}

export function draw(map: NetworkMap, fold: Fold): Drawing {
  return new Draft(map, fold).drawing();
}

/** How many nodes the assets of a map become; counted no further than just past the most. */
export function assetNodes(map: NetworkMap, fold: Fold, most: number): number {
  if (fold === 'none') return map.assets.length;
  const zones = zoneIndex(map);
  const keys = new Set<string>();
  for (const asset of map.assets) {
    keys.add(groupKey(asset, fold, assetFrame(asset, fold, zones)));
    if (keys.size > most) break;
  }
  return keys.size;
}

function groupKey(asset: Asset, fold: Exclude<Fold, 'none'>, { key }: Frame): string {
  return `assets\n${key}\n${commonOf(asset, fold)}`;
}

/** Collects nodes as flows ask for them. */
class Draft {
  private readonly names: MapNames;
  private readonly zones: ZoneIndex;
  private readonly nodes = new Map<string, Node>();
  private readonly nodeOf = new Map<string, string>();
  private readonly edges = new Map<string, { edge: Edge; labels: Set<string> }>();
  private inside = 0;

  constructor(
    private readonly map: NetworkMap,
    private readonly fold: Fold,
  ) {
    this.names = new MapNames(map);
    this.zones = zoneIndex(map);
  }

  drawing(): Drawing {
    const { map } = this;
    this.drawZones(map.zones.filter(({ kind }) => kind === 'subnet'));
    this.drawAssets(map.assets);
    this.drawGroups(map.securityGroups);
    this.drawServices(map.services);
    for (const flow of map.flows) this.drawFlow(flow);
    const frames = new Map<string, Frame>();
    for (const { frame } of this.nodes.values()) this.addFrame(frames, frame);
    const edges = [...this.edges.values()].map(({ edge, labels }) => ({ ...edge, labels }));
    return { nodes: this.nodes, edges, frames, inside: this.inside };
  }

  private addFrame(frames: Map<string, Frame>, frame: Frame): void {
    if (frames.has(frame.key)) return;
    if (frame.within !== undefined)
      this.addFrame(frames, { key: frame.within, zone: this.zones.get(frame.within) });
    frames.set(frame.key, frame);
  }

  private drawZones(subnets: readonly Zone[]): void {
    for (const subnet of subnets) {
      const frame = frameOf(subnet.id, this.fold, this.zones);
      const kind = subnet.subnetKind ?? 'unknown';
      if (this.fold === 'none')
        this.add(subnet.id, subnet.id, {
          frame,
          kind: 'zone',
          lines: [`${kind} subnet`, this.names.shortOf(subnet.id), ...subnet.ranges],
        });
      else this.add(subnet.id, `subnets\n${frame.key}`, { frame, kind: 'zone', lines: [`${kind} subnets`] });
    }
  }

  private drawAssets(assets: readonly Asset[]): void {
    const counts = new Map<string, Map<string, number>>();
    for (const asset of assets) {
      const frame = assetFrame(asset, this.fold, this.zones);
      if (this.fold === 'none') {
        this.add(asset.id, asset.id, { frame, kind: asset.kind, lines: this.linesOf(asset) });
        continue;
      }
      const common = commonOf(asset, this.fold);
      const key = groupKey(asset, this.fold, frame);
      this.add(asset.id, key, { frame, kind: this.fold === 'kind' ? asset.kind : 'other', lines: [common] });
      const types = counts.get(key) ?? new Map<string, number>();
      counts.set(key, types.set(shortType(asset), (types.get(shortType(asset)) ?? 0) + 1));
    }
    for (const [key, types] of counts) this.count(key, types);
  }

  /** A group says how many of which types it stands for; of many types, the most frequent and how many more. */
  private count(key: string, types: ReadonlyMap<string, number>): void {
    const node = this.nodes.get(key);
    if (!node) return;
    const sorted = [...types].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const shown = sorted.slice(0, 4).map(([type, count]) => `${count} ${type}`);
    const rest = sorted.slice(4).reduce((sum, [, count]) => sum + count, 0);
    this.nodes.set(key, {
      ...node,
      lines: [...node.lines, ...shown, ...(rest > 0 ? [`and ${rest} of other types`] : [])],
    });
  }

  private linesOf(asset: Asset): readonly string[] {
    const keys = asset.keys.map((key) => this.names.shortOf(key));
    return [
      `${shortType(asset)}${asset.dataClass === undefined ? '' : ` (${asset.dataClass})`}`,
      this.names.shortOf(asset.id),
      ...(keys.length > 0 ? [`key: ${keys.join(', ')}`] : []),
    ];
  }

  private drawGroups(groups: readonly SecurityGroup[]): void {
    for (const group of groups) {
      const frame = frameOf(group.within ?? 'elsewhere', this.fold, this.zones);
      const members = `${group.members.length} ${group.members.length === 1 ? 'member' : 'members'}`;
      if (this.fold === 'none')
        this.add(group.id, group.id, {
          frame,
          kind: 'security-group',
          lines: ['security group', this.names.shortOf(group.id), members],
        });
      else
        this.add(group.id, `groups\n${frame.key}`, {
          frame,
          kind: 'security-group',
          lines: ['security groups'],
        });
    }
  }

  private drawServices(services: readonly Service[]): void {
    const frame = frameOf('aws', this.fold, this.zones);
    for (const { id, kind, name } of services) {
      if (this.fold === 'kind') this.add(id, `all ${kind}s`, { frame, kind, lines: [`${kind}s`] });
      else this.add(id, id, { frame, kind, lines: [kind, name] });
    }
  }

  private add(id: string, key: string, node: Omit<Node, 'key'>): void {
    this.nodeOf.set(id, key);
    if (!this.nodes.has(key)) this.nodes.set(key, { key, ...node });
  }

  /** A zone becomes a node when a flow begins or ends at it. */
  private at(id: string): string {
    const known = this.nodeOf.get(id);
    if (known !== undefined) return known;
    const frame = frameOf(id, this.fold, this.zones);
    const zone = this.zones.get(id);
    const lines =
      zone?.kind === 'vpc'
        ? ['VPC', this.names.shortOf(id), ...zone.ranges]
        : [ZONE_NAMES[id] ?? this.names.shortOf(id)];
    const key = zone?.kind === 'vpc' && this.fold === 'kind' ? 'vpcs' : id;
    this.add(id, key, { frame, kind: 'zone', lines: key === 'vpcs' ? ['VPCs'] : lines });
    return key;
  }

  private drawFlow(flow: Flow): void {
    const { from, to, kind, through = [], on = [], steps = [] } = flow;
    const label = edgeLabel(flow);
    const gateway = steps.at(-1);
    if (kind === 'call' && through.length > 0)
      for (const endpoint of through) this.edge(from, endpoint, kind, label);
    else if (kind === 'route' && gateway !== undefined && this.nodeOf.has(gateway)) {
      this.edge(from, gateway, kind, label);
      this.edge(gateway, to, kind, 'leads there');
    } else this.edge(from, to, kind, label);
    for (const asset of on) this.edge(from, asset, 'acts-on', 'may act on');
  }

  private edge(fromId: string, toId: string, kind: Edge['kind'], label: string): void {
    const [from, to] = [this.at(fromId), this.at(toId)];
    if (from === to) {
      this.inside += 1;
      return;
    }
    const key = `${from}\n\n${to}\n\n${kind}`;
    const known = this.edges.get(key);
    const labels = known?.labels ?? new Set<string>();
    labels.add(label);
    this.edges.set(key, { edge: { from, to, kind, labels, flows: (known?.edge.flows ?? 0) + 1 }, labels });
  }
}

const MOST_ACTIONS = 2;

function edgeLabel({
  kind,
  what,
  actions = [],
  through = [],
  protocol,
  ports,
  range,
  encryption,
}: Flow): string {
  const traffic = [protocol, ports].filter((part) => part !== undefined).join(' ');
  const more = actions.length - MOST_ACTIONS;
  const named = [...actions.slice(0, MOST_ACTIONS), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
  const said = kind === 'security-group' ? traffic : named === '' ? what : named;
  const secure = { tls: ', TLS', none: ', NOT ENCRYPTED', unknown: '' }[encryption];
  const unheld = kind === 'call' && through.length === 0 ? ', no endpoint' : '';
  return `${said}${unheld}${range === undefined ? '' : ` to ${range}`}${secure}`;
}
