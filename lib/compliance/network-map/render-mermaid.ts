import { assetNodes, draw, type Drawing, type Edge, type Node } from './drawing';
import { FOLDS, foldWords } from './fold';
import type { Frame } from './frames';
import { countsOf, MapNames } from './map-names';
import { LONGEST_NAME, mermaidId, mermaidName, mermaidText } from './mermaid-text';
import type { NetworkMap } from './network-map';
import { ZONE_NAMES } from './zones';

/** More than so many boxes nobody reads. */
export const MOST_ASSETS = 60;
/** What Mermaid draws by default, with room to spare. Source: Mermaid, configuration, `maxEdges` 500, `maxTextSize` 50,000. */
const MOST_EDGES = 400;
const MOST_CHARACTERS = 45_000;
const MOST_LABELS = 2;

/** The map as a Mermaid flowchart: a frame for each zone. Large maps are folded until they can be read, and say so. */
export function renderMermaid(map: NetworkMap): string {
  let text = '';
  for (const fold of FOLDS) {
    const isLast = fold === 'kind';
    // counting costs little, drawing a large map does not
    if (!isLast && assetNodes(map, fold, MOST_ASSETS) > MOST_ASSETS) continue;
    const drawing = draw(map, fold);
    if (!isLast && drawing.edges.length > MOST_EDGES) continue;
    text = print(map, drawing, foldWords(fold, map.assets.length, assetNodes(map, fold, Infinity)));
    if (text.length <= MOST_CHARACTERS) break;
  }
  return text;
}

function print(map: NetworkMap, drawing: Drawing, folded: string): string {
  const names = new MapNames(map);
  const notes = [
    folded,
    ...(drawing.inside > 0
      ? [`${drawing.inside} flows begin and end in the same box and are not drawn.`]
      : []),
    proofWords(map),
  ];
  const top = [...drawing.frames.values()].filter(({ within }) => within === undefined);
  return [
    'flowchart LR',
    'accTitle: Network map',
    `accDescr: ${mermaidText(notes.at(-1) ?? '')}`,
    '%% Made from CloudFormation templates by hipaa-ai-cdk. network-map.json has all that is known.',
    `%% Names longer than ${LONGEST_NAME} characters are cut. Edges say TLS only where the templates tell.`,
    ...notes.map((note) => `%% ${mermaidText(note)}`),
    ...top.flatMap((frame) => frameLines(drawing, names, frame)),
    `${mermaidId('n', 'note')}["${notes.map(mermaidText).join('<br/>')}"]`,
    ...drawing.edges.map(edgeLine),
    'classDef phi stroke-width:3px',
    ...phiLine(map, drawing),
    '',
  ].join('\n');
}

function proofWords(map: NetworkMap): string {
  const { withPhi, byVerdict } = countsOf(map);
  const said = Object.entries(byVerdict).map(([verdict, count]) => `${verdict} ${count}`);
  return `Ways to the internet from ${withPhi} subnets that may hold PHI: ${said.join(', ')}.`;
}

function frameLines(drawing: Drawing, names: MapNames, frame: Frame): readonly string[] {
  const own = [...drawing.nodes.values()].filter((node) => node.frame.key === frame.key);
  const inner = [...drawing.frames.values()].filter(({ within }) => within === frame.key);
  return [
    `subgraph ${mermaidId('g', frame.key)}["${mermaidName(titleOf(names, frame))}"]`,
    ...inner.flatMap((each) => frameLines(drawing, names, each)),
    ...own.map(nodeLine),
    'end',
  ];
}

function titleOf(names: MapNames, { key, within, zone }: Frame): string {
  if (within !== undefined) return `${zone?.subnetKind ?? 'unknown'} subnets`;
  if (zone?.kind === 'vpc') return `VPC ${[names.shortOf(key), ...zone.ranges].join(' ')}`;
  return ZONE_NAMES[key] ?? key;
}

const SHAPES: Readonly<Partial<Record<Node['kind'], readonly [string, string]>>> = {
  store: ['[(', ')]'],
  log: ['[(', ')]'],
  audit: ['[(', ')]'],
  entry: ['([', '])'],
  endpoint: ['{{', '}}'],
  gateway: ['{{', '}}'],
  zone: ['([', '])'],
  'security-group': ['[/', '/]'],
};

function nodeLine({ key, kind, lines }: Node): string {
  const [open, close] = SHAPES[kind] ?? ['[', ']'];
  return `${mermaidId('n', key)}${open}"${lines.map(mermaidName).join('<br/>')}"${close}`;
}

const ARROWS: Readonly<Partial<Record<Edge['kind'], string>>> = {
  'acts-on': '-.->',
  route: '==>',
  'no-vpc': '==>',
};

function edgeLine({ from, to, kind, labels, flows }: Edge): string {
  const said = labels.size <= MOST_LABELS ? [...labels].join(' / ') : `${flows} flows (${kind})`;
  return `${mermaidId('n', from)} ${ARROWS[kind] ?? '-->'}|"${mermaidName(said)}"| ${mermaidId('n', to)}`;
}

/** A thick border around what holds protected health information, as its tag says. */
function phiLine(map: NetworkMap, drawing: Drawing): readonly string[] {
  const tagged = map.assets.filter(({ dataClass, id }) => dataClass === 'PHI' && drawing.nodes.has(id));
  return tagged.length === 0 ? [] : [`class ${tagged.map(({ id }) => mermaidId('n', id)).join(',')} phi`];
}
