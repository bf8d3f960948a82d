import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { parse, stringify } from 'yaml';
import type { Evidence } from '../../lib/compliance/evidence/evidence';
import { HipaaAiChecks } from '../../lib/compliance/packs/hipaa-ai-checks';
import { parseWaivers } from '../../lib/compliance/waivers/parse-waivers';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import type { Settings } from '../../lib/environment/settings';
import { TODAY } from '../bedrock/approved-models';
import { ROOT, testApp } from '../support/synthesize';

/**
 * The evidence of an environment as bin/app.ts makes it: the strictest profile and cdk-nag, with the waivers of our environments
 * and those of an example beside them.
 * @param outdir an empty folder, which the caller removes
 */
export function packEvidence(outdir: string, settings: Settings, example: string): Evidence {
  const folder = mkdtempSync(path.join(outdir, 'cdk-'));
  const app = testApp(folder);
  new HipaaAiEnvironment(app, `HipaaAi-${settings.environment}`, { settings, today: TODAY });
  const waivers = ['config/waivers.yaml', example].flatMap(
    (file) => (parse(readFileSync(path.join(ROOT, file), 'utf8')) as { waivers: unknown[] }).waivers,
  );
  Validations.of(app).addPlugins(
    new HipaaAiChecks(app, {
      asOf: '2026-11-27',
      environment: settings.environment,
      profile: 'strict',
      parameters: { 'governance-region': { regions: settings.allowedRegions } },
      sourceRoot: ROOT,
      waivers: parseWaivers(stringify({ waivers }), 'waivers.yaml'),
      hipaaSecurityChecks: true,
    }),
  );
  app.synth();
  return JSON.parse(readFileSync(path.join(folder, 'evidence', 'evidence.json'), 'utf8')) as Evidence;
}

/** What blocks a deployment: places that no waiver accepts, and waivers that nothing needs. */
export function blocksIn({ verdicts, problems }: Evidence): readonly unknown[] {
  return [
    ...verdicts.filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown'),
    ...problems.filter(({ blocks }) => blocks),
  ];
}
