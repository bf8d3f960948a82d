import { CdkApp } from '../../support/cdk-cli';

jest.setTimeout(120_000);

let app: CdkApp;
beforeAll(() => {
  app = new CdkApp('breakable-app.ts');
});
afterAll(() => app.dispose());

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
    ['raw resource', 's3-bucket-tls-only'],
    ['property override', 'kms-key-rotation'],
    ['deletion override', 's3-bucket-versioned'],
    ['aspect', 'logs-group-one-year'],
    ['escape hatch', 'ec2-endpoint-policy'],
    ['missing policy', 's3-bucket-tls-only'],
    ['broad managed policy', 'iam-no-broad-managed-policy'],
    ['internet gateway', 'ec2-vpc-no-internet-path'],
    ['weak guardrail', 'bedrock-guardrail-prompt-attack'],
    ['any model', 'iam-bedrock-invoke-models'],
    ['known only at deployment', 'cloudtrail-multi-region'],
    ['nested stack', 's3-bucket-tls-only'],
    ['guardrail removed from the role', 'iam-bedrock-invoke-guardrail'],
  ])('%s is stopped by %s, at synthesis and at the gate', async (way, rule) => {
    const synthesized = await app.synth({ BREAK: way });
    expect(synthesized.stderr + synthesized.stdout).toContain(rule);
    expect(synthesized.code).toBe(1);
    const gated = await app.gate();
    expect(gated.stderr).toMatch(/blocked: \d+ findings have no waiver/u);
    expect(gated.code).toBe(1);
  });
});
