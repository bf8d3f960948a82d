import { aws_ec2 as ec2, aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { ModelInvocationRole } from '../../lib/bedrock/model-invocation-role';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
import { LITE, TODAY } from './approved-models';
import { at, list, onlyResource, resourcesOf, synthesize, testStack } from '../support/synthesize';
import { decide, REGION, text, texts, type Decision } from '../encryption/policy-evaluator';

const MODEL = `arn:aws:bedrock:${REGION}::foundation-model/amazon.nova-lite-v1:0`;
const OTHER_MODEL = `arn:aws:bedrock:${REGION}::foundation-model/amazon.nova-pro-v1:0`;
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'] as const;

const stack = testStack();
const encryptionKey = new kms.Key(stack, 'Key');
const guardrail = new PhiGuardrail(stack, 'Guardrail', { name: 'invented', encryptionKey });
const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
  vpcId: 'vpc-1',
  vpcCidrBlock: '10.40.0.0/16',
  availabilityZones: ['us-east-1a'],
  isolatedSubnetIds: ['subnet-1'],
  isolatedSubnetRouteTableIds: ['rtb-1'],
});
const endpoint = new ec2.InterfaceVpcEndpoint(stack, 'Endpoint', {
  vpc,
  service: ec2.InterfaceVpcEndpointAwsService.BEDROCK_RUNTIME,
});
const caller = new iam.ServicePrincipal('lambda.amazonaws.com');
const access = new ModelAccess(stack, 'Models', { models: [LITE], allowedRegions: [REGION], today: TODAY });
const props = { assumedBy: caller, access, dataClass: 'PHI', guardrail, endpoint } as const;
new ModelInvocationRole(stack, 'Invocation', props);
const template = synthesize(stack);
const policy = onlyResource(template, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];

const ENDPOINT = text(stack.resolve(endpoint.vpcEndpointId) as never);
const IDENTIFIER = text(stack.resolve(guardrail.identifier) as never);
const GUARDRAIL = text(stack.resolve(guardrail.guardrail.attrGuardrailArn) as never);
const RIGHT = { 'aws:SourceVpce': ENDPOINT, 'bedrock:GuardrailIdentifier': IDENTIFIER };

/** What the role's own policy says, and what it still says when somebody gives the role everything besides. */
function ask(action: string, resource: string, context: Readonly<Record<string, string>> = {}) {
  const request = { action, resource, context };
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  return {
    alone: decide(policy, request),
    widened: decide({ Statement: [...list(at(policy, 'Statement')), everything] }, request),
  };
}

const both = (decision: Decision) => ({ alone: decision, widened: decision });

describe.each(INVOKE)('%s', (action) => {
  test('is allowed for an approved model, through the endpoint, with the guardrail', () => {
    expect(ask(action, MODEL, RIGHT)).toEqual(both('allowed'));
  });

  test('is denied for another model, whatever else the role is given', () => {
    expect(ask(action, OTHER_MODEL, RIGHT)).toEqual(both('denied'));
    const profile = `arn:aws:bedrock:${REGION}:111122223333:inference-profile/global.amazon.nova-lite-v1:0`;
    expect(ask(action, profile, RIGHT)).toEqual(both('denied'));
  });

  test.each([
    ['another endpoint', { ...RIGHT, 'aws:SourceVpce': 'vpce-other' }],
    ['no endpoint at all', { 'bedrock:GuardrailIdentifier': IDENTIFIER }],
    ['another guardrail', { ...RIGHT, 'bedrock:GuardrailIdentifier': `${GUARDRAIL}-other:1` }],
    ['the guardrail without a version', { ...RIGHT, 'bedrock:GuardrailIdentifier': GUARDRAIL }],
    ['the draft of the guardrail', { ...RIGHT, 'bedrock:GuardrailIdentifier': `${GUARDRAIL}:DRAFT` }],
    ['no guardrail', { 'aws:SourceVpce': ENDPOINT }],
    ['a service in between', { ...RIGHT, 'aws:SourceVpce': 'vpce-other', 'aws:ViaAWSService': 'true' }],
  ])('is denied with %s, whatever else the role is given', (_, context) => {
    expect(ask(action, MODEL, context)).toEqual(both('denied'));
  });
});

describe('bedrock:ApplyGuardrail', () => {
  test('is allowed on this guardrail through the endpoint', () => {
    expect(ask('bedrock:ApplyGuardrail', GUARDRAIL, RIGHT)).toEqual(both('allowed'));
    expect(ask('bedrock:ApplyGuardrail', `${GUARDRAIL}-other`, RIGHT).alone).toBe('not allowed');
  });

  test('is allowed when Bedrock does it for an invocation', () => {
    expect(ask('bedrock:ApplyGuardrail', GUARDRAIL, { 'aws:ViaAWSService': 'true' }).alone).toBe('allowed');
  });

  test('is denied around the endpoint', () => {
    expect(ask('bedrock:ApplyGuardrail', GUARDRAIL)).toEqual(both('denied'));
    expect(ask('bedrock:ApplyGuardrail', GUARDRAIL, { 'aws:SourceVpce': 'vpce-other' })).toEqual(
      both('denied'),
    );
  });
});

test.each([
  'bedrock-mantle:CreateInference',
  'bedrock-mantle:CallWithBearerToken',
  'bedrock:CallWithBearerToken',
])('%s is denied: a door without guardrail, log or session', (action) => {
  expect(ask(action, '*', RIGHT)).toEqual(both('denied'));
});

test('the guardrail’s key opens through Bedrock only', () => {
  const key = text(stack.resolve(encryptionKey.keyArn) as never);
  const through = { 'kms:ViaService': `bedrock.${REGION}.amazonaws.com` };
  expect(ask('kms:Decrypt', key, through).alone).toBe('allowed');
  expect(ask('kms:Decrypt', key).alone).toBe('not allowed');
  expect(ask('kms:Encrypt', key, through).alone).toBe('not allowed');
});

test('the role can change nothing about guardrails or models', () => {
  for (const action of [
    'bedrock:UpdateGuardrail',
    'bedrock:DeleteGuardrail',
    'bedrock:PutAccountDataRetention',
  ])
    expect([action, ask(action, GUARDRAIL, RIGHT).alone]).toEqual([action, 'not allowed']);
});

test('policies name no action that IAM does not know', () => {
  expect(JSON.stringify(template)).not.toContain('bedrock:Converse');
});

test('the role is taken by the given principal and has no inline policy', () => {
  const role = onlyResource(template, 'AWS::IAM::Role');
  expect(
    texts(at(role.Properties['AssumeRolePolicyDocument'], 'Statement', 0, 'Principal', 'Service')),
  ).toEqual(['lambda.amazonaws.com']);
  expect(role.Properties).not.toHaveProperty('Policies');
  expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
});
