import { aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import { PrivateEndpoints } from '../../lib/network/private-endpoints';
import { PrivateNetwork } from '../../lib/network/private-network';
import { at, list, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { ACCOUNT, decide, REGION, text, texts } from '../encryption/policy-evaluator';

const MODEL = `arn:aws:bedrock:${REGION}::foundation-model/amazon.nova-lite-v1:0`;
const OTHER_MODEL = `arn:aws:bedrock:${REGION}::foundation-model/amazon.nova-pro-v1:0`;
const OWN = { 'aws:PrincipalAccount': ACCOUNT, 'aws:ResourceAccount': ACCOUNT };
const STRANGER = '444455556666';

const stack = testStack();
const network = new PrivateNetwork(stack, 'Network', {
  availabilityZones: ['us-east-1a', 'us-east-1b'],
  logKey: new kms.Key(stack, 'LogKey'),
  logRetention: logs.RetentionDays.SIX_YEARS,
});
new PrivateEndpoints(stack, 'Endpoints', { network, modelArns: [MODEL] });
const template = synthesize(stack);
const endpoints = resourcesOf(template, 'AWS::EC2::VPCEndpoint').map(({ Properties }) => ({
  name: text(Properties['ServiceName']).split('.').at(-1) ?? '',
  properties: Properties,
  policy: Properties['PolicyDocument'],
}));

function policyOf(name: string): Json | undefined {
  return endpoints.find((endpoint) => endpoint.name === name)?.policy;
}

const INTERFACES = ['bedrock-runtime', 'kms', 'logs', 'sts', 'secretsmanager'];
const GATEWAYS = ['s3', 'dynamodb'];

test('there is one endpoint for each service and no other', () => {
  expect(endpoints.map(({ name }) => name).sort()).toEqual([...INTERFACES, ...GATEWAYS].sort());
});

test.each(INTERFACES)('%s is an interface with private DNS, behind the endpoint security group', (name) => {
  const found = endpoints.find((endpoint) => endpoint.name === name)?.properties;
  expect(found).toMatchObject({ VpcEndpointType: 'Interface', PrivateDnsEnabled: true });
  expect(texts(found?.['SecurityGroupIds'])).toEqual([
    expect.stringMatching(/^<NetworkEndpointSecurityGroup.*\.GroupId>$/u),
  ]);
  expect(list(found?.['SubnetIds'])).toHaveLength(2);
});

test.each(GATEWAYS)('%s is a gateway in the route table of every subnet', (name) => {
  const found = endpoints.find((endpoint) => endpoint.name === name)?.properties;
  expect(found).toMatchObject({ VpcEndpointType: 'Gateway' });
  expect(list(found?.['RouteTableIds'])).toHaveLength(2);
});

describe.each([...INTERFACES, ...GATEWAYS])('the policy of %s', (name) => {
  const policy = policyOf(name);
  const statements = list(at(policy, 'Statement'));

  test('lists actions, none of them by pattern', () => {
    expect(statements.length).toBeGreaterThan(0);
    for (const action of statements.flatMap((statement) => texts(at(statement, 'Action'))))
      expect(action).toMatch(/^[a-z0-9]+:[A-Za-z]+$/u);
  });

  test('admits only principals of this account', () => {
    for (const statement of statements) {
      expect(at(statement, 'Effect')).toBe('Allow');
      expect(text(at(statement, 'Condition', 'StringEquals', 'aws:PrincipalAccount'))).toBe(ACCOUNT);
    }
  });
});

test.each([
  ['kms', 'kms:Decrypt', `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`],
  ['logs', 'logs:PutLogEvents', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:Invented:log-stream:1`],
  ['kms', 'kms:GenerateDataKey', `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`],
  ['kms', 'kms:GenerateDataKeyWithoutPlaintext', `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`],
  ['kms', 'kms:ReEncryptFrom', `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`],
  ['kms', 'kms:ReEncryptTo', `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`],
  ['sts', 'sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/Invented`],
  ['sts', 'sts:TagSession', `arn:aws:iam::${ACCOUNT}:role/Invented`],
  ['secretsmanager', 'secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:1`],
  ['s3', 's3:GetObject', 'arn:aws:s3:::invented/key'],
  ['dynamodb', 'dynamodb:Query', `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Invented/index/ByDay`],
  ['dynamodb', 'dynamodb:GetItem', `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Invented`],
  ['dynamodb', 'dynamodb:PutItem', `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Invented`],
  ['dynamodb', 'dynamodb:DeleteItem', `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Invented`],
  ['dynamodb', 'dynamodb:ConditionCheckItem', `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Invented`],
  ['bedrock-runtime', 'bedrock:ApplyGuardrail', `arn:aws:bedrock:${REGION}:${ACCOUNT}:guardrail/1`],
])('%s lets this account %s on its own resource only', (name, action, resource) => {
  const ask = (context: Readonly<Record<string, string>>, on = resource) =>
    decide(policyOf(name), {
      caller: { arn: `arn:aws:iam::${ACCOUNT}:role/Invented` },
      action,
      resource: on,
      context,
    });
  expect(ask(OWN)).toBe('allowed');
  expect(ask({ ...OWN, 'aws:PrincipalAccount': STRANGER })).toBe('not allowed');
  expect(ask({ ...OWN, 'aws:ResourceAccount': STRANGER })).toBe('not allowed');
});

describe('Bedrock', () => {
  const ask = (action: string, resource: string, account = ACCOUNT) =>
    decide(policyOf('bedrock-runtime'), {
      caller: { arn: `arn:aws:iam::${account}:role/Invented` },
      action,
      resource,
      // a foundation model belongs to no account, so the key is absent
      context: { 'aws:PrincipalAccount': account },
    });

  test.each(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])(
    'answers %s for the listed models alone',
    (action) => {
      expect(ask(action, MODEL)).toBe('allowed');
      expect(ask(action, OTHER_MODEL)).toBe('not allowed');
      expect(
        ask(action, `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/us.amazon.nova-lite-v1:0`),
      ).toBe('not allowed');
      expect(ask(action, MODEL, STRANGER)).toBe('not allowed');
    },
  );

  test('names no action that IAM does not know', () => {
    expect(JSON.stringify(policyOf('bedrock-runtime'))).not.toContain('bedrock:Converse');
  });
});

test('anyone of this account may ask who calls', () => {
  const request = {
    caller: { arn: `arn:aws:iam::${ACCOUNT}:role/Invented` },
    action: 'sts:GetCallerIdentity',
    context: { 'aws:PrincipalAccount': ACCOUNT },
  };
  expect(decide(policyOf('sts'), request)).toBe('allowed');
  expect(decide(policyOf('sts'), { ...request, context: { 'aws:PrincipalAccount': STRANGER } })).toBe(
    'not allowed',
  );
});

test('no policy names a resource of this or another stack, which would make stacks depend in a circle', () => {
  for (const { policy } of endpoints)
    expect(JSON.stringify(policy)).not.toMatch(/Fn::GetAtt|Fn::ImportValue/u);
});
