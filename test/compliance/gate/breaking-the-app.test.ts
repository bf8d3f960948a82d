import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { CdkApp, type Outcome } from '../../support/cdk-cli';

jest.setTimeout(120_000);

let app: CdkApp;
beforeAll(() => {
  app = new CdkApp('breakable-app.ts');
});
afterAll(() => app.dispose());

async function expectStopped(synthesized: Outcome, findings: RegExp): Promise<void> {
  expect(synthesized.code).toBe(1);
  const gated = await app.gate();
  expect(gated.stderr).toMatch(findings);
  expect(gated.stdout).not.toContain('open');
  expect(gated.code).toBe(1);
}

test('the unbroken app synthesizes and passes the gate', async () => {
  const synthesized = await app.synth({ BREAK: 'nothing' });
  expect(synthesized.stderr).not.toContain('evidence-blocks');
  expect(synthesized.code).toBe(0);
  const gated = await app.gate();
  expect(gated.stderr).not.toContain('blocked');
  expect(gated.stdout).toContain('open');
  expect(gated.code).toBe(0);
});

describe('the app broken by', () => {
  test.each([
    ['property override', 'kms-key-rotation'],
    ['nested stack', 's3-bucket-tls-only'],
  ])('%s alone is stopped by %s, at synthesis and at the gate', async (way, rule) => {
    const synthesized = await app.synth({ BREAK: way });
    expect(synthesized.stderr + synthesized.stdout).toContain(rule);
    await expectStopped(synthesized, /blocked: \d+ findings have no waiver/u);
  });
});

/** Each way, the rule that stops it, and where. */
const WAYS = [
  ['raw resource', 's3-bucket-tls-only', 'Ai/Raw'],
  ['property override', 'kms-key-rotation', 'Keys/Keys/Data/Resource/Resource'],
  ['deletion override', 's3-bucket-versioned', 'Audit/Record/Resource/Resource'],
  ['aspect', 'logs-group-one-year', 'Audit/Trail/LogGroup/Resource'],
  ['escape hatch', 'ec2-endpoint-policy', 'Network/Endpoints/BedrockRuntime/Resource'],
  ['missing policy', 's3-bucket-tls-only', 'Audit/Record/Resource/Resource'],
  ['broad managed policy', 'iam-no-broad-managed-policy', 'Ai/ModelInvocation/Resource/Resource'],
  ['internet gateway', 'ec2-vpc-no-internet-path', 'Network/Door'],
  ['weak guardrail', 'bedrock-guardrail-prompt-attack', 'Ai/Guardrail/Resource'],
  ['any model', 'iam-bedrock-invoke-models', 'Ai/AnyModel/Resource'],
  ['known only at deployment', 'cloudtrail-multi-region', 'Audit/Trail/Resource'],
  ['nested stack', 's3-bucket-tls-only', 'Ai/Nested/Hidden'],
  [
    'guardrail removed from the role',
    'iam-bedrock-invoke-guardrail',
    'Ai/ModelInvocation/Permissions/Resource',
  ],
] as const;

describe('the app broken in every way at once', () => {
  let synthesized: Outcome;
  let evidence: Evidence;
  beforeAll(async () => {
    synthesized = await app.synth({ BREAK: WAYS.map(([way]) => way).join('; ') });
    const file = path.join(app.output, 'evidence', 'evidence.json');
    evidence = evidenceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  });

  test.each(WAYS)('%s is found by %s, at %s', (_way, rule, place) => {
    expect(synthesized.stderr + synthesized.stdout).toContain(rule);
    const found = evidence.verdicts.filter(
      (each) => each.rule === rule && (each.verdict === 'finding' || each.verdict === 'unknown'),
    );
    expect(found.map(({ constructPath }) => constructPath)).toContain(`HipaaAi-dev/${place}`);
  });

  test('is stopped, at synthesis and at the gate', async () => {
    const { length } = evidence.verdicts.filter(
      ({ verdict }) => verdict === 'finding' || verdict === 'unknown',
    );
    expect(length).toBeGreaterThanOrEqual(WAYS.length);
    await expectStopped(synthesized, new RegExp(`blocked: ${length} findings have no waiver`, 'u'));
  });
});
