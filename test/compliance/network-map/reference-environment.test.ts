import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../../bin/read-settings';
import { mapNetwork } from '../../../lib/compliance/network-map/map-network';
import { networkMapSchema, type NetworkMap } from '../../../lib/compliance/network-map/network-map';
import { renderNetworkMap } from '../../../lib/compliance/network-map/render-json';
import { renderMermaid } from '../../../lib/compliance/network-map/render-mermaid';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import { HipaaAiEnvironment } from '../../../lib/environment/hipaa-ai-environment';
import { readFlowchart } from '../../support/mermaid-flowchart';
import { flowsOf, shortId } from '../../support/network-map';
import { TODAY } from '../../bedrock/approved-models';
import { ROOT, testApp } from '../../support/synthesize';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-map-'));
const app = testApp(outdir);
// without the gateway, whose map would be another page of this test
const prod = readSettings('prod', path.join(ROOT, 'config'));
new HipaaAiEnvironment(app, 'HipaaAi-prod', {
  settings: { ...prod, gateway: undefined },
  today: TODAY,
});
app.synth();
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const draw = () => mapNetwork(readAssembly(outdir));
const map: NetworkMap = networkMapSchema.parse(draw());
const isolated = map.zones.filter(({ kind }) => kind === 'subnet');

describe('the map of the reference environment', () => {
  test('has one VPC of isolated subnets, whose resolver answers names of an allow-list only', () => {
    expect(
      map.zones.filter(({ kind }) => kind === 'vpc').map(({ names, ranges }) => ({ names, ranges })),
    ).toEqual([{ names: 'allow-list', ranges: ['10.50.0.0/16'] }]);
    expect(isolated.map(({ subnetKind }) => subnetKind)).toEqual(['isolated', 'isolated', 'isolated']);
  });

  test('has no other zone than the APIs of AWS and an internet that no subnet leads to', () => {
    expect(map.zones.flatMap(({ kind }) => (kind === 'vpc' || kind === 'subnet' ? [] : kind))).toEqual([
      'aws',
      'internet',
    ]);
    expect(flowsOf(map, 'route')).toEqual([]);
    expect(map.flows.filter(({ kind, to }) => kind !== 'no-vpc' && to === 'internet')).toEqual([]);
  });

  test('proves of each subnet, which holds PHI, that no path leads to the internet', () => {
    expect(
      map.proof.subnets.map(({ verdict, holds, mayHoldPhi, ways }) => ({ verdict, holds, mayHoldPhi, ways })),
    ).toEqual(
      isolated.map(() => ({ verdict: 'no-path', holds: ['LOG', 'PHI'], mayHoldPhi: true, ways: [] })),
    );
  });

  test('names the functions that run in no VPC: those that deploy and look after settings, which hold no PHI by their tag', () => {
    expect(
      map.proof.outside.map(({ asset, dataClass }) => [
        shortId(asset).replace(/[0-9A-F]{8}$/u, ''),
        dataClass,
      ]),
    ).toEqual(
      [
        'DataRetentionSettingFunction',
        'DataRetentionSettingFunctionProviderframeworkonEvent',
        'InvocationLoggingSettingFunction',
        'InvocationLoggingSettingFunctionProviderframeworkonEvent',
        'CustomVpcRestrictDefaultSGCustomResourceProviderHandler',
      ].map((name) => [name, name.startsWith('Custom') ? undefined : 'LOG']),
    );
  });

  test('holds each call of the redaction function against the endpoint that carries it', () => {
    const calls = map.proof.calls.filter(({ caller }) => shortId(caller).startsWith('Redaction'));
    expect(calls.map(({ service, verdict, endpoints }) => [service, verdict, endpoints.length])).toEqual([
      // AWS makes the network interfaces of a function
      ['ec2', 'undecided', 0],
      ['kms', 'named', 1],
      ['logs', 'named', 1],
    ]);
  });

  test('shows seven endpoints, what each lets through, and the approved models', () => {
    const endpoints = map.assets.filter(({ kind }) => kind === 'endpoint');
    expect(endpoints).toHaveLength(7);
    const services = map.flows.filter(
      ({ kind, from, to }) => kind === 'endpoint' && to.startsWith('service:') && from !== '',
    );
    expect(services.map(({ to }) => to.slice('service:'.length)).sort()).toEqual(
      ['bedrock-runtime', 'dynamodb', 'kms', 'logs', 's3', 'secretsmanager', 'sts'].sort(),
    );
    for (const { actions } of services) expect(actions).not.toHaveLength(0);
    expect(map.services.filter(({ kind }) => kind === 'model').map(({ name }) => name)).toEqual([
      'amazon.nova-lite-v1:0',
      'amazon.nova-pro-v1:0',
    ]);
  });

  test('tells which key protects what, and that a bucket refuses requests without TLS', () => {
    const data = map.keys.find(({ dataClass, protects }) => dataClass === 'PHI' && protects.length > 0);
    expect(data?.protects.map((id) => shortId(id).replace(/[0-9A-F]{8}$/u, ''))).toEqual(
      expect.arrayContaining(['Guardrail', 'Redaction']),
    );
    const trail = map.flows.find(({ what, encryption }) => what === 'trail' && encryption === 'tls');
    expect(trail?.encryptedBy).toContain('s3-bucket-tls-only');
  });

  test('is the same, byte for byte, each time', () => {
    expect(renderNetworkMap(draw())).toBe(renderNetworkMap(map));
    expect(renderMermaid(draw())).toBe(renderMermaid(map));
    expect(JSON.parse(renderNetworkMap(map))).toEqual(map);
  });

  test('is a flowchart that draws every asset', () => {
    const chart = readFlowchart(renderMermaid(map));
    expect(chart.comments).toContain(`All ${map.assets.length} assets are drawn.`);
    expect([...chart.frames.values()].map(({ title }) => title)).toEqual([
      expect.stringContaining('10.50.0.0/16'),
      'isolated subnets',
      'APIs of AWS',
      'Internet',
    ]);
    // the note, subnets, the VPC, the two zones that flows lead to, groups and services stand beside them
    expect(chart.nodes.size).toBe(
      map.assets.length + 1 + isolated.length + 1 + 2 + map.securityGroups.length + map.services.length,
    );
    expect(chart.styled).toHaveLength(map.assets.filter(({ dataClass }) => dataClass === 'PHI').length);
  });

  test('holds no value of a variable', () => {
    const { stacksRecursively } = app.synth();
    const values = stacksRecursively
      .flatMap(({ template }) =>
        Object.values((template as { Resources: Record<string, { Properties?: object }> }).Resources),
      )
      .flatMap(({ Properties: properties = {} }) => {
        const { Environment: environment } = properties as {
          Environment?: { Variables: Record<string, unknown> };
        };
        return Object.entries(environment?.Variables ?? {}).flat();
      })
      .filter((value): value is string => typeof value === 'string' && value.length > 6);
    expect(values.length).toBeGreaterThan(1);
    const text = renderNetworkMap(map) + renderMermaid(map);
    for (const value of values) expect(text).not.toContain(value);
  });
});
