/** A Mermaid flowchart, read by the grammar of the part of the language that the map uses. */
export interface Flowchart {
  readonly title: string;
  readonly comments: readonly string[];
  /** Label lines by id. */
  readonly nodes: ReadonlyMap<string, readonly string[]>;
  /** Title, nodes and the frame around it, by id. */
  readonly frames: ReadonlyMap<string, { readonly title: string; readonly within: string | undefined }>;
  readonly frameOf: ReadonlyMap<string, string>;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly arrow: string;
  }[];
  readonly styled: readonly string[];
}

/** Text between quotes: no quote, entity, comment, formula, backtick, markup but our line breaks, or emphasis. */
const LABEL = /^(?:[\p{L}\p{N} _.,:/()+=@?!'[\]-]|<br\/>)*$/u;
const NODE =
  /^(?<id>n[0-9a-f]{12})(?<open>\[\(|\(\[|\{\{|\[\/|\[)"(?<label>[^"]*)"(?<close>\)\]|\]\)|\}\}|\/\]|\])$/u;
const SHAPES: Readonly<Record<string, string>> = { '[(': ')]', '([': '])', '{{': '}}', '[/': '/]', '[': ']' };
const EDGE = /^(?<from>n[0-9a-f]{12}) (?<arrow>-->|==>|-\.->)\|"(?<label>[^"]*)"\| (?<to>n[0-9a-f]{12})$/u;
const FRAME = /^subgraph (?<id>g[0-9a-f]{12})\["(?<title>[^"]*)"\]$/u;

/** @throws Error with the line that is no line of such a flowchart */
export function readFlowchart(text: string): Flowchart {
  const nodes = new Map<string, readonly string[]>();
  const frames = new Map<string, { title: string; within: string | undefined }>();
  const frameOf = new Map<string, string>();
  const edges: { from: string; to: string; label: string; arrow: string }[] = [];
  const comments: string[] = [];
  const styled: string[] = [];
  const open: string[] = [];
  let title = '';
  const [first, ...lines] = text.split('\n');
  if (first !== 'flowchart LR') throw new Error(`begins with: ${first}`);
  if (lines.pop() !== '') throw new Error('does not end with a line break');
  const label = (given: string | undefined): string => {
    if (given === undefined || !LABEL.test(given)) throw new Error(`not a safe label: ${given}`);
    return given;
  };
  for (const line of lines) {
    const [node, edge, frame] = [NODE.exec(line)?.groups, EDGE.exec(line)?.groups, FRAME.exec(line)?.groups];
    if (frame) {
      const id = frame['id'] ?? '';
      if (frames.has(id)) throw new Error(`twice a frame: ${line}`);
      frames.set(id, { title: label(frame['title']), within: open.at(-1) });
      open.push(id);
    } else if (line === 'end') {
      if (open.pop() === undefined) throw new Error('an end without a frame');
    } else if (node) {
      const id = node['id'] ?? '';
      if (nodes.has(id)) throw new Error(`twice a node: ${line}`);
      if (SHAPES[node['open'] ?? ''] !== node['close'])
        throw new Error(`a shape that does not close: ${line}`);
      nodes.set(id, label(node['label']).split('<br/>'));
      const around = open.at(-1);
      if (around !== undefined) frameOf.set(id, around);
    } else if (edge) {
      edges.push({
        from: edge['from'] ?? '',
        to: edge['to'] ?? '',
        label: label(edge['label']),
        arrow: edge['arrow'] ?? '',
      });
    } else if (/^acc(?:Title|Descr): /u.test(line)) {
      title ||= label(line.slice(line.indexOf(':') + 2));
    } else if (line.startsWith('%% ')) {
      comments.push(label(line.slice(3)));
    } else if (/^class n[0-9a-f]{12}(?:,n[0-9a-f]{12})* phi$/u.test(line)) {
      styled.push(...line.slice('class '.length, -' phi'.length).split(','));
    } else if (line !== 'classDef phi stroke-width:3px') {
      throw new Error(`no line of a flowchart: ${line}`);
    }
  }
  if (open.length > 0) throw new Error('a frame without an end');
  for (const id of [...edges.flatMap(({ from, to }) => [from, to]), ...styled])
    if (!nodes.has(id)) throw new Error(`no such node: ${id}`);
  return { title, comments, nodes, frames, frameOf, edges, styled };
}
