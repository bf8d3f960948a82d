import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { renderHtml } from '../../../lib/compliance/evidence/render-html';
import { renderNetworkMap } from '../../../lib/compliance/network-map/render-json';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { ref, resource } from '../../support/judge-template';
import { mapOf } from '../../support/network-map';
import { ROOT } from '../../support/synthesize';
import { HOSTILE, sampleEvidence } from './sample-evidence';

/** A VPC with a function that holds PHI and a way to the internet, under a name of somebody else's choice. */
function leakyNetwork(name: string): JsonObject {
  const at = (type: string, properties: JsonObject = {}) =>
    resource(type, properties, { Metadata: { 'aws:cdk:path': `${name}/${type}` } });
  return {
    Vpc: at('AWS::EC2::VPC', { CidrBlock: name }),
    Subnet: at('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
    Table: at('AWS::EC2::RouteTable'),
    Association: at('AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: ref('Subnet'),
      RouteTableId: ref('Table'),
    }),
    Route: at('AWS::EC2::Route', {
      RouteTableId: ref('Table'),
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: ref('Door'),
    }),
    Door: at('AWS::EC2::InternetGateway'),
    Records: at('AWS::Lambda::Function', {
      Tags: [{ Key: 'data-class', Value: 'PHI' }],
      KmsKeyArn: ref('Key'),
      VpcConfig: { SubnetIds: [ref('Subnet')] },
    }),
    Key: at('AWS::KMS::Key', { Tags: [{ Key: 'data-class', Value: name }] }),
  };
}

const evidenceWith = (name: string): Evidence => ({
  ...sampleEvidence(),
  networkMap: mapOf(leakyNetwork(name)),
});
const sectionOf = (page: string) => /<section id="network"[^]*?<\/section>/u.exec(page)?.[0] ?? '';
const section = sectionOf(renderHtml(evidenceWith('App')));

test('evidence with a map is of the schema, and so is the file of the map', () => {
  const evidence = evidenceWith('App');
  expect(evidenceSchema.parse(evidence)).toEqual(evidence);
  const file = path.join(ROOT, 'docs', 'schemas', 'network-map.schema.json');
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  const map = JSON.parse(renderNetworkMap(mapOf(leakyNetwork('App')))) as { zones: object[] };
  expect([validate(map), validate.errors]).toEqual([true, null]);
  expect(validate({ ...map, zones: [{ id: 'x' }] })).toBe(false);
});

describe('the section of the report', () => {
  test('says first what was proven, then shows the counter-example', () => {
    expect(section).toContain('Of 1 subnet that may hold PHI: <strong>1 path to the internet</strong>.');
    expect(section).toContain(
      'App/AWS::EC2::Subnet → Table → Route → App/AWS::EC2::InternetGateway → Internet',
    );
  });

  test('has a table of each part, with a caption and heads', () => {
    const captions = [...section.matchAll(/<caption>([^<]*)<\/caption>/gu)].map(([, caption]) => caption);
    expect(captions).toEqual([
      'Reachability',
      'Calls to AWS that roles of functions name',
      'Zones',
      'Assets',
      'Flows',
      'Keys',
    ]);
  });

  test('leads to the two files and to nothing outside', () => {
    const links = [...section.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href);
    expect(links).toEqual(['network-map.json', 'network-map.mmd']);
  });

  test('calls the proposal a proposal, and says what the map does not show', () => {
    expect(section).toContain('not law');
    for (const limit of mapOf({}).limits) expect(section).toContain(limit.slice(0, 40));
  });

  test('shows hostile names to the letter, and none becomes a tag', () => {
    const hostile = sectionOf(renderHtml(evidenceWith(HOSTILE)));
    expect(hostile).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(hostile).not.toMatch(/<img|<script|onerror="/u);
    const names = (page: string) => new Set([...page.matchAll(/<([a-z]+)/gu)].map(([, name]) => name));
    expect(names(hostile)).toEqual(names(section));
  });

  test('is there, and says so, where the evidence has no map', () => {
    expect(sectionOf(renderHtml(sampleEvidence()))).toContain('This evidence has no network map.');
  });
});
