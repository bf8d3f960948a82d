import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LITE } from '../../bedrock/approved-models';
import { Estate } from '../../bedrock/bad-estate/estate';
import { synthesize } from '../../support/synthesize';
import { readAssembly } from '../support/assembly';
import { Aws } from '../support/aws';
import { cdk } from '../support/cdk-cli';
import { Deployment } from '../support/deployed';
import { ACCOUNT, Emulator, REGION, type Credentials } from '../support/emulator';
import { at, listAt, parseJson, textAt } from '../support/json';
import { allow, makeUser } from '../support/users';
import { STACK, synthesizeGovernance, USE_CASE } from './governance-stack';
import { supportTable, UNSUPPORTED, unsupportedOf } from './support-by-type';

const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
// Without the emulator jest counts the story as skipped
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

const POLICY_TYPES = ['RESOURCE_CONTROL_POLICY', 'AISERVICES_OPT_OUT_POLICY', 'BEDROCK_POLICY'];
const OTHER_MODEL = 'amazon.nova-premier-v1:0';

story('the governance of models on an AWS emulator', () => {
  let directory: string;
  const inside = (name: string): string => path.join(directory, name);
  let emulator: Emulator;
  let aws: Aws;
  let deployment: Deployment;
  let root: string;

  const run = async (args: readonly string[]): Promise<string> => {
    const { code, output } = await cdk(args, {
      directory: inside('empty'),
      environment: emulator.clientEnvironment,
    });
    if (code !== 0) throw new Error(`cdk ${args.join(' ')}: exit ${code}\n${output}`);
    return output;
  };

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-governance-'));
    for (const name of ['empty', 'emulator']) mkdirSync(inside(name));
    emulator = await Emulator.start({ installation, node: process.execPath, directory: inside('emulator') });
    aws = new Aws(emulator, installation);
    root = textAt(await aws.call('organizations', 'ListRoots', {}), 'Roots', 0, 'Id');
    for (const PolicyType of POLICY_TYPES)
      await aws.call('organizations', 'EnablePolicyType', { RootId: root, PolicyType });
    synthesizeGovernance(inside('assembly'), root);
    await run(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--bootstrap-customer-key']);
    await run(['deploy', STACK, '--app', inside('assembly'), '--require-approval', 'never']);
    deployment = await Deployment.read(aws, readAssembly(inside('assembly')));
  });

  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test('names the types that the emulator does not support, each with its reason', () => {
    const templates = readAssembly(inside('assembly'));
    const types = [
      ...Object.values(synthesize(new Estate().stack).Resources).map(({ Type }) => Type),
      ...templates.flatMap(({ resources }) => [...resources.values()].map(({ type }) => type)),
    ];
    process.stdout.write(`\n${supportTable(types, emulator)}\n`);
    expect(unsupportedOf(types, emulator)).toEqual(UNSUPPORTED.map(({ type }) => type));
    for (const { reason } of UNSUPPORTED) expect(reason).toMatch(/\S.{20}/u);
  });

  test('a use case is a profile of its own over the approved model', async () => {
    const { physicalId } = deployment.one('AWS::Bedrock::ApplicationInferenceProfile', /./u);
    const inferenceProfileIdentifier = physicalId.slice(physicalId.lastIndexOf('/') + 1);
    const profile = await aws.call('bedrock', 'GetInferenceProfile', { inferenceProfileIdentifier });
    expect(at(profile, 'inferenceProfileName')).toBe(USE_CASE);
    expect(at(profile, 'models', 0, 'modelArn')).toBe(
      `arn:aws:bedrock:${REGION}::foundation-model/${LITE.modelId}`,
    );
    const tagged = await aws.call('bedrock', 'ListTagsForResource', { resourceARN: physicalId });
    expect(listAt(tagged, 'tags')).toContainEqual({ key: 'hipaa-ai:data-class', value: 'PHI' });
  });

  test('the policies of the organization are there, attached, word for word', async () => {
    const policies = deployment.resources.filter(({ type }) => type === 'AWS::Organizations::Policy');
    expect(policies.length).toBeGreaterThanOrEqual(5);
    for (const policy of policies) {
      const asked = await deployment.properties(policy);
      const { Policy = null } = await aws.call('organizations', 'DescribePolicy', {
        PolicyId: policy.physicalId,
      });
      expect(at(Policy, 'PolicySummary', 'Type')).toBe(asked['Type']);
      expect(parseJson(textAt(Policy, 'Content'))).toEqual(asked['Content']);
      const targets = await aws.call('organizations', 'ListTargetsForPolicy', {
        PolicyId: policy.physicalId,
      });
      expect(listAt(targets, 'Targets').map((target) => at(target, 'TargetId'))).toEqual([root]);
    }
  });

  describe('under the boundary', () => {
    let bounded: Credentials;
    beforeAll(async () => {
      // whatever its own policies say
      bounded = await makeUser(aws, 'bounded', [allow(['*'], ['*'])]);
      const { physicalId } = deployment.one('AWS::IAM::ManagedPolicy', /^Boundary/u);
      await aws.call('iam', 'PutUserPermissionsBoundary', {
        UserName: 'bounded',
        PermissionsBoundary: physicalId,
      });
    });

    test('a role has it', async () => {
      const { physicalId: RoleName } = deployment.one('AWS::IAM::Role', /^Worker/u);
      const { Role = null } = await aws.call('iam', 'GetRole', { RoleName });
      const { physicalId } = deployment.one('AWS::IAM::ManagedPolicy', /^Boundary/u);
      expect(at(Role, 'PermissionsBoundary', 'PermissionsBoundaryArn')).toBe(physicalId);
    });

    test('what it grants at most is done', async () => {
      await expect(aws.call('logs', 'DescribeLogGroups', {}, { as: bounded })).resolves.toBeDefined();
    });

    test.each([
      ['bedrock', 'PutAccountDataRetention', { mode: 'aws_review' }],
      ['bedrock', 'DeleteModelInvocationLoggingConfiguration', {}],
      [
        'bedrock',
        'CreateModelImportJob',
        {
          jobName: 'import',
          importedModelName: 'brought',
          roleArn: 'arn:aws:iam::123456789012:role/any',
          modelDataSource: { s3DataSource: { s3Uri: 's3://weights/any' } },
        },
      ],
      ['bedrock-runtime', 'InvokeModel', { modelId: OTHER_MODEL, body: '{}' }],
      ['bedrock-runtime', 'InvokeModel', { modelId: LITE.modelId, body: '{}' }],
      [
        'iam',
        'CreateServiceSpecificCredential',
        { UserName: 'bounded', ServiceName: 'bedrock.amazonaws.com' },
      ],
    ])('%s %s is denied (case %#)', async (service, operation, parameters) => {
      const as = bounded;
      await expect(aws.call(service, operation, parameters, { as })).rejects.toMatchObject({
        code: expect.stringMatching(/AccessDenied/u) as string,
      });
    });
  });

  test('weaker retention is denied to whoever may set none only', async () => {
    const none = { StringEquals: { 'bedrock:DataRetentionMode': 'none' } };
    const as = await makeUser(aws, 'setter', [
      { ...allow(['bedrock:PutAccountDataRetention'], ['*']), Condition: none },
    ]);
    const set = (mode: string) => aws.call('bedrock', 'PutAccountDataRetention', { mode }, { as });
    await expect(set('none')).resolves.toMatchObject({ mode: 'none' });
    await expect(set('default')).rejects.toMatchObject({
      code: expect.stringMatching(/AccessDenied/u) as string,
    });
    expect(at(await aws.call('bedrock', 'GetAccountDataRetention', {}), 'mode')).toBe('none');
  });

  test('policies of the organization outlive their stack', async () => {
    await run(['destroy', STACK, '--app', inside('assembly'), '--force']);
    const left = await aws.call('organizations', 'ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' });
    const names = listAt(left, 'Policies').map((policy) => textAt(policy, 'Name'));
    expect(names.filter((name) => name.startsWith('hipaa-ai-'))).toHaveLength(3);
  });
});
