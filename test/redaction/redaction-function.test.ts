import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_kms as kms,
  aws_logs as logs,
  aws_sns as sns,
  CfnParameter,
  Lazy,
  type Stack,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ENVIRONMENT_VARIABLES } from '../../lib/contract/environment-variables';
import { EnvelopeKey } from '../../lib/encryption/envelope-key';
import {
  RedactionFunction,
  TEXT_LENGTH,
  type RedactionFunctionProps,
} from '../../lib/redaction/redaction-function';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  resourcesOf,
  ROOT,
  synthesize,
  testStack,
  refusal,
} from '../support/synthesize';
import { contextKeys } from '../encryption/envelope-place';
import { decide, text, texts } from '../encryption/policy-evaluator';
import { DeployedTemplates } from '../support/deployed-template';

function functionIn(stack: Stack, props: Partial<RedactionFunctionProps> = {}): RedactionFunction {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    isolatedSubnetIds: ['subnet-1', 'subnet-2'],
    isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
  });
  return new RedactionFunction(stack, 'Redaction', {
    vpc,
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
    encryptionKey: new kms.Key(stack, 'DataKey'),
    sealing: { key: new EnvelopeKey(stack, 'Envelope'), tenant: 't-1' },
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
    ...props,
  });
}

function build(props: Partial<RedactionFunctionProps> = {}) {
  const stack = testStack();
  functionIn(stack, props);
  return synthesize(stack);
}

const template = build();
const lambda = onlyResource(template, 'AWS::Lambda::Function');

describe('the function', () => {
  test('runs on Node 22 and arm64, in the isolated subnets, in the given security group', () => {
    expect(lambda.Properties).toMatchObject({
      Runtime: 'nodejs22.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      VpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
    });
  });

  test('encrypts its environment under one key and seals under another', () => {
    expect(text(lambda.Properties['KmsKeyArn'])).toMatch(/^<DataKey.*\.Arn>$/u);
    const variables = at(lambda.Properties['Environment'], 'Variables');
    expect(text(at(variables, ENVIRONMENT_VARIABLES.dataKeyArn))).toMatch(/^<Envelope.*\.Arn>$/u);
    expect(Object.keys(variables ?? {}).sort()).toEqual(
      [ENVIRONMENT_VARIABLES.dataKeyArn, ENVIRONMENT_VARIABLES.maxTextLength].sort(),
    );
  });

  test('logs JSON to its own group, encrypted and kept six years', () => {
    const group = onlyResource(template, 'AWS::Logs::LogGroup');
    const [id = ''] = logicalIdsOf(template, 'AWS::Logs::LogGroup');
    expect(at(lambda.Properties['LoggingConfig'], 'LogFormat')).toBe('JSON');
    expect(text(at(lambda.Properties['LoggingConfig'], 'LogGroup'))).toBe(`<${id}>`);
    expect(text(group.Properties['KmsKeyId'])).toMatch(/^<LogKey.*\.Arn>$/u);
    expect(group).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: { RetentionInDays: 2192 },
    });
    expect(group.Properties).not.toHaveProperty('LogGroupName');
  });

  test('has no dead-letter queue, no destination and no file system, which would keep PHI', () => {
    expect(lambda.Properties).not.toHaveProperty('DeadLetterConfig');
    expect(lambda.Properties).not.toHaveProperty('FileSystemConfigs');
    for (const type of ['AWS::SQS::Queue', 'AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::Url'])
      expect(resourcesOf(template, type)).toEqual([]);
  });

  test('sends no trace, which could carry what it was asked', () => {
    expect(lambda.Properties).not.toHaveProperty('TracingConfig');
  });

  test('waits for the permissions of its role', () => {
    const [permissions = ''] = logicalIdsOf(template, 'AWS::IAM::ManagedPolicy');
    expect(lambda.DependsOn).toContain(permissions);
  });
});

describe('its role', () => {
  const policy = onlyResource(template, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];
  const role = onlyResource(template, 'AWS::IAM::Role');

  test('is Lambda’s alone, without inline or AWS-managed policies', () => {
    const statements = list(at(role.Properties['AssumeRolePolicyDocument'], 'Statement'));
    expect(statements.flatMap((statement) => texts(at(statement, 'Principal', 'Service')))).toEqual([
      'lambda.amazonaws.com',
    ]);
    expect(role.Properties).not.toHaveProperty('Policies');
    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
  });

  test('gets data keys for its own tenant, whose tag it bears, and cannot open them', () => {
    const deployed = new DeployedTemplates([template]);
    const key = deployed.id('AWS::KMS::Key', 'Envelope');
    const id = deployed.id('AWS::IAM::Role');
    const ask = (action: string, tenant: string) =>
      deployed.onKey(key, id, action, contextKeys({ tenant, purpose: 'original' }));
    expect(deployed.tags(id)).toEqual({ tenant: 't-1' });
    expect(ask('kms:GenerateDataKey', 't-1')).toBe('allowed');
    expect(ask('kms:GenerateDataKey', 't-2')).toBe('denied');
    expect(ask('kms:Decrypt', 't-1')).toBe('denied');
  });

  test('uses no key where nothing is sealed', () => {
    const stack = testStack();
    const { role: without } = functionIn(stack, { sealing: undefined });
    const plain = synthesize(stack);
    expect(without.node.path).toBe('Test/Redaction/Role');
    const policies = onlyResource(plain, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];
    expect(JSON.stringify(policies)).not.toContain('kms:');
    expect(onlyResource(plain, 'AWS::IAM::Role').Properties).not.toHaveProperty('Tags');
    expect(
      at(onlyResource(plain, 'AWS::Lambda::Function').Properties['Environment'], 'Variables'),
    ).not.toHaveProperty(ENVIRONMENT_VARIABLES.dataKeyArn);
  });

  test.each(['a', 't-1', '00000000-0000-4000-8000-000000000000', 'x'.repeat(128)])(
    'seals for the tenant %s',
    (tenant) => {
      const stack = testStack();
      functionIn(stack, { sealing: { key: new EnvelopeKey(stack, 'Another'), tenant } });
      expect(onlyResource(synthesize(stack), 'AWS::IAM::Role').Properties['Tags']).toEqual([
        { Key: 'tenant', Value: tenant },
      ]);
    },
  );

  test.each(['', 'x'.repeat(129), 'two words', 'a/b', '*'])('fails for the tenant %p', (tenant) => {
    const stack = testStack();
    const make = () => functionIn(stack, { sealing: { key: new EnvelopeKey(stack, 'Another'), tenant } });
    expect(refusal(make).code).toBe('Tenant');
  });

  test('writes to its own log group and makes none', () => {
    const [group = ''] = logicalIdsOf(template, 'AWS::Logs::LogGroup');
    expect(decide(policy, { action: 'logs:PutLogEvents', resource: `<${group}.Arn>` })).toBe('allowed');
    expect(decide(policy, { action: 'logs:PutLogEvents', resource: '<Another.Arn>' })).toBe('not allowed');
    expect(decide(policy, { action: 'logs:CreateLogGroup' })).toBe('not allowed');
  });

  test.each([
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ])('may %s, so that Lambda can join the VPC', (action) => {
    expect(decide(policy, { action })).toBe('allowed');
  });

  test.each(['s3:GetObject', 'bedrock:InvokeModel', 'ec2:RunInstances', 'sts:AssumeRole', 'kms:Encrypt'])(
    'may not %s',
    (action) => {
      expect(decide(policy, { action })).toBe('not allowed');
    },
  );

  test('is not widened by what the function is attached to', () => {
    const stack = testStack();
    const redaction = functionIn(stack);
    redaction.function.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['s3:GetObject'],
        resources: ['*'],
      }),
    );
    expect(JSON.stringify(synthesize(stack))).not.toContain('s3:GetObject');
  });
});

describe('reserved concurrency', () => {
  test('is not asked for by default: a new account has none to give', () => {
    expect(lambda.Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test.each([1, 50])('is %d when set', (reservedConcurrency) => {
    const { Properties } = onlyResource(build({ reservedConcurrency }), 'AWS::Lambda::Function');
    expect(Properties['ReservedConcurrentExecutions']).toBe(reservedConcurrency);
  });
});

describe('the longest text', () => {
  const given = (props: Partial<RedactionFunctionProps>) =>
    at(
      onlyResource(build(props), 'AWS::Lambda::Function').Properties['Environment'],
      'Variables',
      ENVIRONMENT_VARIABLES.maxTextLength,
    );

  test('is a million UTF-16 units by default', () => {
    expect(given({})).toBe('1000000');
  });

  test.each([1, 2, 999_999, 1_000_000])('may be %d', (maxTextLength) => {
    expect(given({ maxTextLength })).toBe(String(maxTextLength));
  });

  test.each([0, -1, 1_000_001, 1.5, Number.NaN])('fails for %d', (maxTextLength) => {
    const make = () => functionIn(testStack(), { maxTextLength });
    expect(refusal(make).code).toBe('MaxTextLength');
    expect(make).toThrow(
      `[Test/Redaction] maxTextLength is ${maxTextLength}; give a whole number from ${TEXT_LENGTH.shortest} to ${TEXT_LENGTH.longest}`,
    );
  });

  test('known only while synthesizing reaches the function as its value', () => {
    expect(given({ maxTextLength: Lazy.number({ produce: () => 4096 }) })).toBe('4096');
  });

  test('known only at deployment reaches the function as a reference', () => {
    const stack = testStack();
    const parameter = new CfnParameter(stack, 'Longest', { type: 'Number' });
    functionIn(stack, { maxTextLength: parameter.valueAsNumber });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { [ENVIRONMENT_VARIABLES.maxTextLength]: { Ref: 'Longest' } } },
    });
  });
});

describe('alarms', () => {
  const watched = (() => {
    const stack = testStack();
    functionIn(stack, { alarmTopic: new sns.Topic(stack, 'Told') });
    return synthesize(stack);
  })();
  const alarms = resourcesOf(watched, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

  test('are none without a topic to tell', () => {
    expect(resourcesOf(template, 'AWS::CloudWatch::Alarm')).toEqual([]);
  });

  test.each([
    ['Errors', 'Sum', 1],
    ['Throttles', 'Sum', 1],
    ['Duration', 'Maximum', 24_000],
  ])('ring for %s (%s) of %d and more', (MetricName, Statistic, Threshold) => {
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'AWS/Lambda',
        MetricName,
        Statistic,
        Threshold,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      }),
    );
  });

  test('tell the topic, when they ring and when nothing is measured', () => {
    const [topic = ''] = logicalIdsOf(watched, 'AWS::SNS::Topic');
    for (const alarm of alarms) {
      expect(texts(alarm['AlarmActions'])).toEqual([`<${topic}>`]);
      expect(texts(alarm['InsufficientDataActions'])).toEqual([`<${topic}>`]);
    }
  });

  test('leave the rest of the function as it is', () => {
    const others = Object.entries(watched.Resources).filter(
      ([, { Type }]) => !['AWS::CloudWatch::Alarm', 'AWS::SNS::Topic'].includes(Type),
    );
    expect(Object.fromEntries(others)).toEqual(template.Resources);
  });
});

test('the asset is the prebuilt bundle: one file, without a source map', () => {
  expect(readdirSync(path.join(ROOT, 'dist', 'lambda', 'redaction'))).toEqual(['index.js']);
  expect(text(at(lambda.Properties['Code'], 'S3Key'))).toMatch(/^[0-9a-f]{64}\.zip$/u);
});

describe('a function behind a load balancer', () => {
  const CALLERS = ['spiffe://phi.internal/service/summaries'];

  test('has an alias for it that nobody may invoke yet, and knows group and callers', () => {
    const door = { targetGroupName: 'redaction', callers: CALLERS };
    const opened = build({ door });
    expect(onlyResource(opened, 'AWS::Lambda::Alias').Properties['Name']).toBe('load-balancer');
    expect(resourcesOf(opened, 'AWS::Lambda::Permission')).toEqual([]);
    const variables = at(
      onlyResource(opened, 'AWS::Lambda::Function').Properties['Environment'],
      'Variables',
    );
    expect(JSON.parse(text(at(variables, ENVIRONMENT_VARIABLES.redactionDoor)))).toEqual(door);
  });

  test('without callers is refused', () => {
    expect(refusal(() => build({ door: { targetGroupName: 'redaction', callers: [] } })).code).toBe(
      'DoorCallers',
    );
  });
});
