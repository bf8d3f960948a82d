import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MESH } from './mesh-environment';
import { blocksIn, packEvidence } from './pack-evidence';

jest.setTimeout(120_000);

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-mesh-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('production with the mesh of the example', () => {
  const evidence = packEvidence(outdir, MESH, 'examples/mesh/waivers.yaml');
  const verdicts = evidence.verdicts.filter(({ constructPath = '' }) => constructPath.includes('/Mesh/'));

  test('passes the strictest profile and cdk-nag with the waivers of the example, each of which is needed', () => {
    expect(blocksIn(evidence)).toEqual([]);
  });

  test.each([
    ['acmpca-short-lived', 1],
    ['acmpca-key-storage', 1],
    ['ecs-mesh-bootstrap', 3],
    ['ecs-mesh-image-digest', 3],
    ['ecs-mesh-exec-off', 3],
    ['ecs-mesh-port-mappings', 3],
    ['elasticloadbalancingv2-mutual-tls', 2],
    ['elasticloadbalancingv2-tls-policy', 2],
    ['elasticloadbalancingv2-trust-store-version', 2],
  ])('shows in the evidence: %s is met %d times', (rule, times) => {
    const found = verdicts.filter((each) => each.rule === rule);
    expect(found.map(({ verdict }) => verdict)).toEqual(Array.from({ length: times }, () => 'compliant'));
  });

  test('shows on the network map, with no way to the internet', () => {
    const names = JSON.stringify(evidence.networkMap);
    for (const part of ['Mesh/Service-summaries', 'Mesh/Door-ai-gateway', 'Mesh/Door-redaction', 'acm-pca'])
      expect(names).toContain(part);
  });
});
