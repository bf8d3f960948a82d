import { mkdtempSync, readFileSync, rmSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { parse, stringify } from 'yaml';
import { HipaaAiChecks } from '../../lib/compliance/packs/hipaa-ai-checks';
import { parseWaivers } from '../../lib/compliance/waivers/parse-waivers';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import { TODAY } from '../bedrock/approved-models';
import { ROOT, testApp } from '../support/synthesize';
import { MESH } from './mesh-environment';

jest.setTimeout(300_000);

test('probe', () => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-mesh-'));
  const app = testApp(outdir);
  new HipaaAiEnvironment(app, 'HipaaAi-prod', { settings: MESH, today: TODAY });
  const waivers = ['config/waivers.yaml', 'examples/mesh/waivers.yaml'].flatMap((f) => {
    try { return (parse(readFileSync(path.join(ROOT, f), 'utf8')) as {waivers: unknown[]}).waivers; } catch { return []; }
  });
  Validations.of(app).addPlugins(
    new HipaaAiChecks(app, {
      asOf: '2026-11-27', environment: 'prod', profile: 'strict',
      parameters: { 'governance-region': { regions: MESH.allowedRegions } },
      sourceRoot: ROOT, waivers: parseWaivers(stringify({ waivers }), 'w'), hipaaSecurityChecks: true,
    }),
  );
  try { app.synth(); } catch (e) { console.log(String(e).slice(0, 300)); }
  console.log(outdir, readdirSync(outdir).join(' '));
});
