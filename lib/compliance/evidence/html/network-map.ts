import { countsOf, MapNames, shortType } from '../../network-map/map-names';
import type { Flow, NetworkMap, SubnetProof } from '../../network-map/network-map';
import { EVIDENCE_FILES } from '../evidence';
import { filterBox } from './filter';
import { code, markup, plural, type Markup, type Part } from './markup';
import type { Report, Section } from './report';
import { table } from './table';

/** Zones, assets, flows and keys as tables, and what they prove: a drawing needs a program, a table needs none. */
export function networkMapSection({ evidence: { networkMap: map } }: Report): Section {
  const shared = { id: 'network', title: 'Network map' };
  if (!map) return { ...shared, body: markup`<p>This evidence has no network map.</p>` };
  const names = new MapNames(map);
  const body = markup`<p>${proofSentence(map)} What is said here follows from the templates alone. The same is in <a href="${EVIDENCE_FILES.networkMap}">${EVIDENCE_FILES.networkMap}</a> for programs, and drawn in <a href="${EVIDENCE_FILES.mermaid}">${EVIDENCE_FILES.mermaid}</a> (Mermaid), beside this page. It is what the proposal of 2025 (NPRM 164.308(a)(1), not law) would call a technology asset inventory and network map.</p>
<ul>${map.limits.map((limit) => markup`<li>${limit}</li>`)}</ul>
${filterBox('Filter zones, assets, flows and keys')}${[proofTable(map, names), callTable(map, names), zoneTable(map, names), assetTable(map, names), flowTable(map, names), keyTable(map, names)]}`;
  return { ...shared, note: map.assets.length, body };
}

const VERDICTS: Readonly<Record<SubnetProof['verdict'], readonly [string, string]>> = {
  'no-path': ['c', 'no path to the internet'],
  path: ['f', 'path to the internet'],
  beyond: ['u', 'leads to a network that decides'],
  unknown: ['u', 'cannot be read'],
};

function proofSentence(map: NetworkMap): Part {
  const { withPhi, byVerdict } = countsOf(map);
  if (withPhi === 0) return 'No subnet of these templates holds anything that may be PHI.';
  const said = Object.entries(byVerdict)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${VERDICTS[verdict as SubnetProof['verdict']][1]}`);
  return markup`Of ${plural(withPhi, 'subnet')} that may hold PHI: <strong>${said.join('; ')}</strong>.`;
}

function proofTable({ proof }: NetworkMap, names: MapNames): Markup {
  const rows = proof.subnets.map(({ subnet, holds, mayHoldPhi, verdict, ways }) => {
    const [mark, words] = VERDICTS[verdict];
    const counter = ways.map(
      ({ to, steps }) =>
        markup`<li>${steps.map((step) => names.shortOf(step)).join(' \u2192 ')} \u2192 ${names.of(to)}</li>`,
    );
    return markup`<tr><th scope="row">${code(names.of(subnet))}</th><td>${holds.join(', ')}${mayHoldPhi ? markup`<small>may hold PHI</small>` : undefined}</td><td><span class="t ${mark}">${words}</span></td><td>${counter.length === 0 ? undefined : markup`<ul>${counter}</ul>`}</td></tr>
`;
  });
  const outside = proof.outside.map(
    ({ asset, dataClass }) =>
      markup`<tr><th scope="row">${code(names.of(asset))}</th><td>${dataClass ?? 'unclassified'}</td><td><span class="t u">runs in no VPC</span></td><td>its network reaches the internet</td></tr>
`,
  );
  const columns = ['Subnet, or code in none', 'Holds', 'Way to the internet', 'Counter-example'];
  return table({ kind: 'nm', caption: 'Reachability', columns }, [...rows, ...outside]);
}

const CALLS: Readonly<Record<NetworkMap['proof']['calls'][number]['verdict'], readonly [string, string]>> = {
  named: ['c', 'the policy of the endpoint names it'],
  'not-named': ['f', 'no policy of an endpoint names it'],
  'no-endpoint': ['f', 'the VPC has no endpoint for it'],
  unreadable: ['u', 'cannot be read'],
  undecided: ['n', 'no endpoint; AWS may make the call from outside the VPC'],
  'no-vpc': ['u', 'no VPC: goes to the public address of AWS'],
};

function callTable({ proof }: NetworkMap, names: MapNames): Markup {
  const rows = proof.calls.map(({ caller, service, actions, endpoints, verdict }) => {
    const [mark, words] = CALLS[verdict];
    return markup`<tr><th scope="row">${code(names.of(caller))}</th><td>${service}<small>${actions.join(', ')}</small></td><td><span class="t ${mark}">${verdict}</span><small>${words}</small></td><td>${endpoints.map((each) => names.shortOf(each)).join(', ')}</td></tr>
`;
  });
  const columns = ['Function', 'Service and actions', 'Endpoint policy', 'Endpoints'];
  return table({ kind: 'nm', caption: 'Calls to AWS that roles of functions name', columns }, rows);
}

function zoneTable({ zones }: NetworkMap, names: MapNames): Markup {
  const rows = zones.map(
    (zone) =>
      markup`<tr><th scope="row">${code(names.of(zone.id))}</th><td>${zone.subnetKind} ${zone.kind}</td><td>${zone.ranges.join(', ')}</td><td>${zone.names === undefined ? undefined : `names: ${zone.names}`}${zone.within === undefined ? undefined : `in ${names.shortOf(zone.within)}`}</td></tr>
`,
  );
  return table(
    { kind: 'nm', caption: 'Zones', columns: ['Zone', 'Kind', 'Address ranges', 'Names, VPC'] },
    rows,
  );
}

function assetTable({ assets }: NetworkMap, names: MapNames): Markup {
  const rows = assets.map((asset) => {
    const keys = asset.keys.map((key) => names.shortOf(key)).join(', ');
    return markup`<tr><th scope="row">${code(names.of(asset.id))}<small>${shortType(asset)}</small></th><td>${asset.dataClass ?? 'unclassified'}</td><td>${asset.zones.map((zone) => names.shortOf(zone)).join(', ')}<small>${asset.region} ${asset.stackName}</small></td><td>${keys === '' && asset.otherKey ? 'a key not in these templates' : keys}</td></tr>
`;
  });
  return table({ kind: 'nm', caption: 'Assets', columns: ['Asset', 'Data class', 'Zones', 'Keys'] }, rows);
}

const ENCRYPTION: Readonly<Record<Flow['encryption'], readonly [string, string]>> = {
  tls: ['c', 'TLS'],
  none: ['f', 'none'],
  unknown: ['n', 'unknown'],
};

function flowTable({ flows }: NetworkMap, names: MapNames): Markup {
  const rows = flows.map((flow) => {
    const [mark, words] = ENCRYPTION[flow.encryption];
    const traffic = [flow.protocol, flow.ports, flow.range].filter((part) => part !== undefined).join(' ');
    const details = [
      ...(flow.actions ? [flow.actions.join(', ')] : []),
      ...(flow.through ? [`through ${flow.through.map((id) => names.shortOf(id)).join(', ')}`] : []),
      ...(flow.on ? [`on ${flow.on.map((id) => names.shortOf(id)).join(', ')}`] : []),
      ...(flow.steps ? [`by ${flow.steps.map((id) => names.shortOf(id)).join(' \u2192 ')}`] : []),
    ];
    return markup`<tr><th scope="row">${code(names.of(flow.from))}</th><td>${code(names.of(flow.to))}</td><td>${flow.what} ${traffic}<small>${flow.kind}</small>${details.map((detail) => markup`<small>${detail}</small>`)}</td><td><span class="t ${mark}">${words}</span>${flow.encryptedBy === undefined ? undefined : markup`<small>${flow.encryptedBy}</small>`}</td></tr>
`;
  });
  return table(
    { kind: 'nm', caption: 'Flows', columns: ['From', 'To', 'What', 'Encrypted in transit'] },
    rows,
  );
}

function keyTable({ keys }: NetworkMap, names: MapNames): Markup {
  const rows = keys.map(
    ({ id, dataClass, protects }) =>
      markup`<tr><th scope="row">${code(names.of(id))}</th><td>${dataClass ?? 'unclassified'}</td><td class="num">${protects.length}</td><td>${protects.length === 0 ? 'no asset of these templates names it; code may use it' : protects.map((each) => names.of(each)).join(', ')}</td></tr>
`,
  );
  const columns = ['Key', 'Data class', { figures: 'Assets' }, 'What it protects'];
  return table({ kind: 'nm', caption: 'Keys', columns }, rows);
}
