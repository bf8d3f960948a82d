import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { mapNetwork } from '../../../lib/compliance/network-map/map-network';
import { mermaidText } from '../../../lib/compliance/network-map/mermaid-text';
import type { NetworkMap } from '../../../lib/compliance/network-map/network-map';
import { MOST_ASSETS, renderMermaid } from '../../../lib/compliance/network-map/render-mermaid';
import { Assembly } from '../../../lib/compliance/template/assembly';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { arn, ref, resource } from '../../support/judge-template';
import { readFlowchart } from '../../support/mermaid-flowchart';
import { mapOf } from '../../support/network-map';

/** Names that end a label, begin a directive, a comment, a link, a formula, markup or a word of the language. */
const HOSTILE = [
  'end',
  '"]\nend\nn1["x',
  '`bold`',
  '<script>alert(1)</script>',
  '%%{init: {"securityLevel": "loose"}}%%',
  '%% comment',
  '#quot; #35;',
  '$$x^2$$',
  'a|b',
  'click n1 href "javascript:alert(1)"',
  'style n1 fill:#f00;',
  '\u202eright to left',
  '**bold** __em__ ~x~',
  'a\\nb',
  '---',
  'subgraph',
  '\ud800',
];

/** One VPC, subnets and a function that calls, all under a name of somebody else's choice. */
function hostileMap(name: string): NetworkMap {
  const at = (type: string, properties: JsonObject = {}) =>
    resource(type, properties, { Metadata: { 'aws:cdk:path': `${name}/${type}/${name}` } });
  const body = {
    Resources: {
      Vpc: at('AWS::EC2::VPC', { CidrBlock: name }),
      Subnet: at('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: name }),
      Group: at('AWS::EC2::SecurityGroup', {
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [{ IpProtocol: name, CidrIp: name }],
      }),
      [name]: at('AWS::S3::Bucket', { Tags: [{ Key: 'data-class', Value: name }] }),
      Role: at('AWS::IAM::Role', {
        Policies: [
          {
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: [`${name}:x`, `s3:${name}`],
                  Resource: `arn:aws:bedrock:::foundation-model/${name}`,
                },
              ],
            },
          },
        ],
      }),
      Function: at('AWS::Lambda::Function', { Role: arn('Role'), VpcConfig: { SubnetIds: [ref('Subnet')] } }),
      Door: at('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        ServiceName: `com.amazonaws.us-east-1.${name}`,
      }),
      Other: resource(name, {}),
      Rule: at('AWS::Events::Rule', { EventBusName: name, Targets: [{ Arn: ref('Other') }] }),
    },
  };
  return mapNetwork(
    new Assembly([{ path: name, sha256: '0'.repeat(64), stackName: name, region: name, body }]),
  );
}

describe('hostile names', () => {
  test.each(HOSTILE)('%j breaks nothing', (name) => {
    const map = hostileMap(name);
    const chart = readFlowchart(renderMermaid(map));
    expect(chart.nodes.size).toBeGreaterThan(map.assets.length);
  });

  test('whatever they are, the flowchart can be read and has the same boxes', () => {
    const boxes = readFlowchart(renderMermaid(hostileMap('plain'))).nodes.size;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (name) => {
        fc.pre(!/^(?:Vpc|Subnet|Group|Role|Function|Door|Other|Rule|__proto__)$/u.test(name));
        const { nodes } = readFlowchart(renderMermaid(hostileMap(name)));
        // a model is named by what follows its last slash
        expect(Math.abs(nodes.size - boxes)).toBeLessThanOrEqual(4);
      }),
      { numRuns: Number(process.env['SLOW'] ?? 0) > 0 ? 2000 : 100 },
    );
  });

  test('are shown: a character that Mermaid could read as something else is named', () => {
    expect(mermaidText('a"b`<\n')).toBe('a[U+0022]b[U+0060][U+003C][U+000A]');
    expect(mermaidText('HipaaAi-dev/Ai (PHI), s3:GetObject_x.y')).toBe(
      'HipaaAi-dev/Ai (PHI), s3:GetObject_x.y',
    );
  });

  test('that are long are cut where one sees it', () => {
    const [node] = [...readFlowchart(renderMermaid(hostileMap('x'.repeat(300)))).nodes.values()].filter(
      (lines) => lines.some((line) => line.endsWith('...')),
    );
    expect(node).toBeDefined();
  });
});

/** So many buckets, in constructs of ten, in stacks of a hundred. */
function estate(buckets: number): Assembly {
  const stacks = Math.ceil(buckets / 100);
  return new Assembly(
    Array.from({ length: stacks }, (_, stack) => ({
      path: `stack-${stack}`,
      sha256: '0'.repeat(64),
      stackName: `Stack${stack}`,
      body: {
        Resources: Object.fromEntries(
          Array.from({ length: Math.min(100, buckets - stack * 100) }, (_, at) => [
            `Bucket${at}`,
            resource(
              'AWS::S3::Bucket',
              { LoggingConfiguration: { DestinationBucketName: ref('Bucket0') } },
              {
                Metadata: {
                  'aws:cdk:path': `App/Stack${stack}/Part${Math.floor(at / 10)}/Bucket${at}/Resource`,
                },
              },
            ),
          ]),
        ),
      },
    })),
  );
}

describe('large maps', () => {
  test.each([
    [MOST_ASSETS, 'All 60 assets are drawn.', 60],
    [
      MOST_ASSETS + 1,
      'Folded: 61 assets are drawn as 7 groups by zone and construct, 3 steps of the path deep. network-map.json has each of them.',
      7,
    ],
    [
      1000,
      'Folded: 1000 assets are drawn as 10 groups by zone and construct, 2 steps of the path deep. network-map.json has each of them.',
      10,
    ],
    [
      7000,
      'Folded: 7000 assets are drawn as 1 groups by zone and kind. network-map.json has each of them.',
      1,
    ],
  ])('of %d assets are folded so far that they can be read, and say so', (buckets, words, groups) => {
    const map = mapNetwork(estate(buckets));
    const text = renderMermaid(map);
    const chart = readFlowchart(text);
    expect(chart.comments).toContain(words);
    const drawn = [...chart.nodes.values()].filter((lines) =>
      lines.some((line) => line.includes('S3::Bucket')),
    );
    // one of them is the note
    expect(drawn).toHaveLength(groups);
    const counted = drawn.flatMap((lines) =>
      lines.flatMap((line) => /^(\d+) S3::Bucket/u.exec(line)?.[1] ?? []),
    );
    if (buckets > MOST_ASSETS) expect(counted.reduce((sum, count) => sum + Number(count), 0)).toBe(buckets);
    expect(text.length).toBeLessThan(50_000);
    expect(chart.edges.length).toBeLessThan(500);
  });

  test('say how many flows are within a box', () => {
    const { comments } = readFlowchart(renderMermaid(mapNetwork(estate(100))));
    // ten of a construct with the first bucket, less the flow of a bucket to itself
    expect(comments).toContain('9 flows begin and end in the same box and are not drawn.');
  });
});

test('a box keeps its id when another one comes', () => {
  const before = readFlowchart(renderMermaid(mapOf({ B: resource('AWS::S3::Bucket') })));
  const after = readFlowchart(
    renderMermaid(mapOf({ A: resource('AWS::S3::Bucket'), B: resource('AWS::S3::Bucket') })),
  );
  const idOf = (chart: typeof before) => [...chart.nodes].find(([, lines]) => lines.includes('B'))?.[0];
  expect(idOf(before)).toBe(idOf(after));
});

/** A folder with `mermaid` and `jsdom` installed: Mermaid's own parser, which needs a document. */
const MERMAID = process.env['HIPAA_AI_MERMAID'];
const parser = MERMAID === undefined ? describe.skip : describe;

parser("Mermaid's own parser", () => {
  test('reads every chart and finds the same boxes, edges and frames', () => {
    const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-mermaid-'));
    const charts = [
      ...HOSTILE.map((name) => renderMermaid(hostileMap(name))),
      ...[60, 1000].map((size) => renderMermaid(mapNetwork(estate(size)))),
    ];
    writeFileSync(path.join(work, 'charts.json'), JSON.stringify(charts));
    const program = `
      import { readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      const require = createRequire(${JSON.stringify(`${MERMAID}/package.json`)});
      const { JSDOM } = require('jsdom');
      globalThis.window = new JSDOM('').window;
      globalThis.document = window.document;
      const { default: mermaid } = await import(${JSON.stringify(`${MERMAID}/node_modules/mermaid/dist/mermaid.core.mjs`)});
      const found = [];
      for (const text of JSON.parse(readFileSync(process.argv[1], 'utf8'))) {
        await mermaid.parse(text);
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
        found.push([db.getVertices().size, db.getEdges().length, db.getSubGraphs().length]);
      }
      console.log(JSON.stringify(found));`;
    try {
      const output = execFileSync(
        process.execPath,
        ['--input-type=module', '-e', program, path.join(work, 'charts.json')],
        { encoding: 'utf8' },
      );
      const expected = charts
        .map(readFlowchart)
        .map(({ nodes, edges, frames }) => [nodes.size, edges.length, frames.size]);
      expect(JSON.parse(output)).toEqual(expected);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});
