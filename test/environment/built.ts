import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { readSettings } from '../../bin/read-settings';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import type { Settings } from '../../lib/environment/settings';
import { TODAY } from '../bedrock/approved-models';
import { ROOT, testApp, type CloudTemplate } from '../support/synthesize';

const CONFIG = path.join(ROOT, 'config');
export const DEV = readSettings('dev', CONFIG);
export const PROD = readSettings('prod', CONFIG);

export interface Built {
  readonly stacks: readonly CloudFormationStackArtifact[];
  readonly templates: Readonly<Record<string, CloudTemplate>>;
}

/** Synthesizes under a cloud assembly of its own. */
export function build(settings: Settings): Built {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-environment-'));
  try {
    const app = testApp(outdir);
    new HipaaAiEnvironment(app, `HipaaAi-${settings.environment}`, { settings, today: TODAY });
    const { stacksRecursively: stacks } = app.synth();
    const templates = Object.fromEntries(
      stacks.map((stack) => [stack.stackName, stack.template as CloudTemplate]),
    );
    return { stacks, templates };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
