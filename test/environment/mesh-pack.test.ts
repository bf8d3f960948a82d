import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { parse, stringify } from 'yaml';
import type { Evidence } from '../../lib/compliance/evidence/evidence';
import { HipaaAiChecks } from '../../lib/compliance/packs/hipaa-ai-checks';
import { parseWaivers } from '../../lib/compliance/waivers/parse-waivers';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import { TODAY } from '../bedrock/approved-models';
import { ROOT, testApp } from '../support/synthesize';
import { MESH } from './mesh-environment';

jest.setTimeout(120_000);

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-mesh-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** As bin/app.ts does it, with the waivers of the example beside those of the environments. */
function evidenceOf(...files: readonly string[]): Evidence {
  const folder = mkdtempSync(path.join(outdir, 'cdk-'));
  const app = testApp(folder);
  new HipaaAiEnvironment(app, `HipaaAi-${MESH.environment}`, { settings: MESH, today: TODAY });
  const waivers = files.flatMap(
    (file) => (parse(readFileSync(path.join(ROOT, file), 'utf8')) as { waivers: unknown[] }).waivers,
  );
  Validations.of(app).addPlugins(
    new HipaaAiChecks(app, {
      asOf: '2026-11-27',
      environment: MESH.environment,
      profile: 'strict',
      parameters: { 'governance-region': { regions: MESH.allowedRegions } },
      sourceRoot: ROOT,
      waivers: parseWaivers(stringify({ waivers }), 'waivers.yaml'),
      hipaaSecurityChecks: true,
    }),
  );
  app.synth();
  return JSON.parse(readFileSync(path.join(folder, 'evidence', 'evidence.json'), 'utf8')) as Evidence;
}

describe('production with the mesh of the example', () => {
  const evidence = evidenceOf('config/waivers.yaml', 'examples/mesh/waivers.yaml');
  const verdicts = evidence.verdicts.filter(({ constructPath = '' }) => constructPath.includes('/Mesh/'));

  test('passes the strictest profile and cdk-nag with the waivers of the example, each of which is needed', () => {
    expect(evidence.verdicts.filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown')).toEqual(
      [],
    );
    expect(evidence.problems.filter(({ blocks }) => blocks)).toEqual([]);
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
