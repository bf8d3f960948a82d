import { aws_iam as iam } from 'aws-cdk-lib';
import { DeniedDoors } from '../../../lib/bedrock/denied-doors';
import { evaluate, type Policies } from '../../../lib/compliance/policy/evaluate';
import type { Statement } from '../../../lib/compliance/policy/statement';
import { DataPerimeter } from '../../../lib/network/endpoint-policies';
import { bedrockAgent, bedrockAgentRuntime } from '../../../lib/network/endpoint-policies/bedrock';
import { ACCOUNT, REGION } from '../../encryption/policy-evaluator';
import { DeployedStatements } from '../../support/deployed-statements';
import { synthesize, testStack, type Json } from '../../support/synthesize';
import { EMBEDDING, LITE, READER } from '../approved-models';
import { KnowledgeEstate } from './estate';

const stack = testStack();
const { base, agent, place } = new KnowledgeEstate(stack, 'index');
const doors = new DeniedDoors(stack, 'Doors', {
  approvals: [
    {
      calls: 'agents',
      principals: [`arn:aws:iam::${ACCOUNT}:role/Navigator*`],
      by: 'model board',
      on: '2026-11-02',
      record: 'MB-32',
    },
  ],
});
const caller = (id: string, grant: (policy: iam.ManagedPolicy) => void) => {
  const role = new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  grant(new iam.ManagedPolicy(stack, `${id}May`, { roles: [role] }));
};
caller('Gateway', (policy) => base.grantRetrieve(policy, place.runtime));
caller('Reader', (policy) => base.grantIngestion(policy, place.control));
caller('Navigator', (policy) => agent.grantInvoke(policy, place.runtime, doors));
caller('Everything', (policy) => {
  policy.addStatements(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
});

const template = synthesize(stack);
const at = new DeployedStatements(template);
const resolved = (statements: readonly iam.PolicyStatement[]) =>
  at.read(stack.resolve(new iam.PolicyDocument({ statements: [...statements] })) as Json);

const PRINCIPALS = {
  gateway: ['Gateway', 'GatewayMay'],
  reader: ['Reader', 'ReaderMay'],
  navigator: ['Navigator', 'NavigatorMay'],
  everything: ['Everything', 'EverythingMay'],
  'knowledge base': ['KnowledgeRole', 'KnowledgeRolePermissions'],
  agent: ['AgentRole', 'AgentRolePermissions'],
} as const;

const MODEL = (id: string) => `arn:aws:bedrock:${REGION}::foundation-model/${id}`;
const DOCUMENTS = at.arn('AWS::S3::Bucket', 'Around');
const ON = {
  'the knowledge base': at.arn('AWS::Bedrock::KnowledgeBase'),
  'another knowledge base': `arn:aws:bedrock:${REGION}:${ACCOUNT}:knowledge-base/OTHER`,
  'the vectors': at.arn('AWS::S3Vectors::Index'),
  'other vectors': `arn:aws:s3vectors:${REGION}:${ACCOUNT}:bucket/other/index/other`,
  'a document': `${DOCUMENTS}/guideline.txt`,
  'a document of another bucket': 'arn:aws:s3:::other/guideline.txt',
  'the embedding model': MODEL(EMBEDDING.modelId),
  'the reading model': MODEL(READER.modelId),
  'another model': MODEL(LITE.modelId),
  'the agent': at.arn('AWS::Bedrock::AgentAlias'),
  'another agent': `arn:aws:bedrock:${REGION}:${ACCOUNT}:agent-alias/OTHER/ONE`,
  'the vector key': at.arn('AWS::KMS::Key', 'VectorKey'),
  'the data key': at.arn('AWS::KMS::Key', 'KeysData'),
} as const;

const vpce = (id: string) => ({ 'aws:SourceVpce': [`<${at.id('AWS::EC2::VPCEndpoint', id)}>`] });
const perimeter = new DataPerimeter();
const endpoint = (statements: readonly iam.PolicyStatement[]): NonNullable<Policies['endpoint']> => ({
  type: 'Interface',
  statements: resolved(statements),
});
/** How a call comes: what its context says of it, and the policy of the endpoint it came through. */
const BY = {
  runtime: { context: vpce('AroundRuntime'), endpoint: endpoint(bedrockAgentRuntime(perimeter)) },
  control: { context: vpce('AroundControl'), endpoint: endpoint(bedrockAgent(perimeter)) },
  'another endpoint': { context: { 'aws:SourceVpce': ['vpce-other'] }, endpoint: undefined },
  'the internet': { context: {}, endpoint: undefined },
  'Bedrock itself': { context: {}, endpoint: undefined },
  s3vectors: { context: { 'kms:ViaService': [`s3vectors.${REGION}.amazonaws.com`] }, endpoint: undefined },
  'bedrock for the agent': {
    context: {
      'kms:ViaService': [`bedrock.${REGION}.amazonaws.com`],
      'kms:EncryptionContext:aws:bedrock:arn': [at.arn('AWS::Bedrock::Agent')],
    },
    endpoint: undefined,
  },
  'bedrock for another agent': {
    context: {
      'kms:ViaService': [`bedrock.${REGION}.amazonaws.com`],
      'kms:EncryptionContext:aws:bedrock:arn': [`arn:aws:bedrock:${REGION}:${ACCOUNT}:agent/OTHER`],
    },
    endpoint: undefined,
  },
} as const;

/** Policies on the resource itself. */
function onResource(on: keyof typeof ON): readonly Statement[] | undefined {
  if (on === 'the vectors') return at.document('AWS::S3Vectors::VectorBucketPolicy', 'Policy');
  if (on === 'the vector key') return at.document('AWS::KMS::Key', 'KeyPolicy', 'VectorKey');
  if (on === 'the data key') return at.document('AWS::KMS::Key', 'KeyPolicy', 'KeysData');
  return undefined;
}

function ask(who: keyof typeof PRINCIPALS, action: string, on: keyof typeof ON, by: keyof typeof BY): string {
  const [role, policy] = PRINCIPALS[who];
  const { context, endpoint: door } = BY[by];
  const resource = onResource(on);
  return evaluate(
    {
      principal: { kind: 'role', arn: at.arn('AWS::IAM::Role', role), session: 'one' },
      action,
      resource: { arn: ON[on], account: ACCOUNT },
      context,
    },
    {
      identity: at.document('AWS::IAM::ManagedPolicy', 'PolicyDocument', policy),
      ...(resource ? { resource } : {}),
      ...(door ? { endpoint: door } : {}),
    },
  ).verdict;
}

/** Each role and action, on what and how it comes, and whether that is allowed; every cell is one that somebody may try. */
test.each([
  ['gateway', 'bedrock:Retrieve', 'the knowledge base', 'runtime', 'allowed'],
  ['gateway', 'bedrock:Retrieve', 'the knowledge base', 'another endpoint', 'denied'],
  ['gateway', 'bedrock:Retrieve', 'the knowledge base', 'the internet', 'denied'],
  ['gateway', 'bedrock:Retrieve', 'another knowledge base', 'runtime', 'denied'],
  ['gateway', 'bedrock:RetrieveAndGenerate', 'the knowledge base', 'runtime', 'denied'],
  ['gateway', 'bedrock:AgenticRetrieveStream', 'the knowledge base', 'runtime', 'denied'],
  ['gateway', 'bedrock:StartIngestionJob', 'the knowledge base', 'control', 'denied'],
  ['gateway', 's3vectors:QueryVectors', 'the vectors', 'the internet', 'denied'],
  ['gateway', 'bedrock:InvokeModel', 'the embedding model', 'runtime', 'denied'],
  ['gateway', 'bedrock:InvokeAgent', 'the agent', 'runtime', 'denied'],
  ['reader', 'bedrock:StartIngestionJob', 'the knowledge base', 'control', 'allowed'],
  ['reader', 'bedrock:GetIngestionJob', 'the knowledge base', 'control', 'allowed'],
  ['reader', 'bedrock:StartIngestionJob', 'the knowledge base', 'the internet', 'denied'],
  ['reader', 'bedrock:StartIngestionJob', 'another knowledge base', 'control', 'denied'],
  ['reader', 'bedrock:Retrieve', 'the knowledge base', 'runtime', 'denied'],
  ['reader', 'bedrock:DeleteKnowledgeBase', 'the knowledge base', 'control', 'denied'],
  ['navigator', 'bedrock:InvokeAgent', 'the agent', 'runtime', 'allowed'],
  ['navigator', 'bedrock:InvokeAgent', 'the agent', 'the internet', 'denied'],
  ['navigator', 'bedrock:InvokeAgent', 'another agent', 'runtime', 'denied'],
  ['navigator', 'bedrock:Retrieve', 'the knowledge base', 'runtime', 'denied'],
  ['navigator', 'kms:Decrypt', 'the data key', 'bedrock for the agent', 'allowed'],
  ['navigator', 'kms:Decrypt', 'the data key', 'bedrock for another agent', 'denied'],
  ['navigator', 'kms:Decrypt', 'the data key', 'the internet', 'denied'],
  ['knowledge base', 'bedrock:InvokeModel', 'the embedding model', 'Bedrock itself', 'allowed'],
  [
    'knowledge base',
    'bedrock:InvokeModelWithResponseStream',
    'the embedding model',
    'Bedrock itself',
    'denied',
  ],
  ['knowledge base', 'bedrock:InvokeModel', 'the reading model', 'Bedrock itself', 'denied'],
  ['knowledge base', 'bedrock:InvokeModel', 'another model', 'Bedrock itself', 'denied'],
  ['knowledge base', 's3:GetObject', 'a document', 'Bedrock itself', 'allowed'],
  ['knowledge base', 's3:GetObject', 'a document of another bucket', 'Bedrock itself', 'denied'],
  ['knowledge base', 's3:PutObject', 'a document', 'Bedrock itself', 'denied'],
  ['knowledge base', 's3vectors:QueryVectors', 'the vectors', 'Bedrock itself', 'allowed'],
  ['knowledge base', 's3vectors:PutVectors', 'the vectors', 'Bedrock itself', 'allowed'],
  ['knowledge base', 's3vectors:ListVectors', 'the vectors', 'Bedrock itself', 'denied'],
  ['knowledge base', 's3vectors:QueryVectors', 'other vectors', 'Bedrock itself', 'denied'],
  ['knowledge base', 'kms:Decrypt', 'the vector key', 's3vectors', 'allowed'],
  ['knowledge base', 'kms:Decrypt', 'the vector key', 'Bedrock itself', 'denied'],
  ['knowledge base', 'bedrock:Retrieve', 'the knowledge base', 'Bedrock itself', 'denied'],
  ['agent', 'bedrock:InvokeModel', 'the reading model', 'Bedrock itself', 'allowed'],
  ['agent', 'bedrock:InvokeModel', 'another model', 'Bedrock itself', 'denied'],
  ['agent', 'bedrock:InvokeModel', 'the embedding model', 'Bedrock itself', 'denied'],
  ['agent', 'bedrock:Retrieve', 'the knowledge base', 'Bedrock itself', 'allowed'],
  ['agent', 'bedrock:Retrieve', 'another knowledge base', 'Bedrock itself', 'denied'],
  ['agent', 'bedrock:RetrieveAndGenerate', 'the knowledge base', 'Bedrock itself', 'denied'],
  ['agent', 's3vectors:QueryVectors', 'the vectors', 'Bedrock itself', 'denied'],
  ['agent', 's3:GetObject', 'a document', 'Bedrock itself', 'denied'],
  ['everything', 's3vectors:QueryVectors', 'the vectors', 'the internet', 'denied'],
  ['everything', 's3vectors:GetVectors', 'the vectors', 'the internet', 'denied'],
  ['everything', 's3vectors:ListVectors', 'the vectors', 'the internet', 'denied'],
  ['everything', 's3vectors:PutVectors', 'the vectors', 'the internet', 'denied'],
  ['everything', 's3vectors:DeleteVectors', 'the vectors', 'the internet', 'denied'],
  ['everything', 'kms:Decrypt', 'the vector key', 'the internet', 'denied'],
  ['everything', 'bedrock:RetrieveAndGenerate', 'the knowledge base', 'runtime', 'denied'],
] as const)('%s: %s on %s by %s is %s', (who, action, on, by, verdict) => {
  expect(ask(who, action, on, by)).toBe(verdict);
});

describe('whatever else somebody gives the roles that Bedrock takes', () => {
  const widened = (who: 'agent' | 'knowledge base', on: keyof typeof ON) => {
    const [role, policy] = PRINCIPALS[who];
    return evaluate(
      {
        principal: { kind: 'role', arn: at.arn('AWS::IAM::Role', role), session: 'one' },
        action: 'bedrock:InvokeModel',
        resource: { arn: ON[on], account: ACCOUNT },
      },
      {
        identity: [
          ...at.document('AWS::IAM::ManagedPolicy', 'PolicyDocument', policy),
          ...at.document('AWS::IAM::ManagedPolicy', 'PolicyDocument', 'EverythingMay'),
        ],
      },
    ).verdict;
  };
  test('they invoke no other model', () => {
    expect(widened('agent', 'another model')).toBe('denied');
    expect(widened('knowledge base', 'another model')).toBe('denied');
    expect(widened('knowledge base', 'the embedding model')).toBe('allowed');
  });
});

describe.each([
  ['knowledge base', 'KnowledgeRole', 'knowledge-base'],
  ['agent', 'AgentRole', 'agent'],
])('the role of the %s', (_, role, kind) => {
  const take = (source: string, account = ACCOUNT, service = 'bedrock.amazonaws.com') =>
    evaluate(
      {
        principal: { kind: 'service', name: service },
        action: 'sts:AssumeRole',
        resource: { arn: at.arn('AWS::IAM::Role', role) },
        context: { 'aws:SourceAccount': [account], 'aws:SourceArn': [source] },
      },
      { resource: at.document('AWS::IAM::Role', 'AssumeRolePolicyDocument', role) },
    ).verdict;
  const ours = `arn:aws:bedrock:${REGION}:${ACCOUNT}:${kind}/ANY`;

  test('is taken by Bedrock for this account, and for what it is made for', () => {
    expect(take(ours)).toBe('allowed');
    expect(take(ours, '444455556666')).toBe('denied');
    expect(take(`arn:aws:bedrock:${REGION}:444455556666:${kind}/ANY`)).toBe('denied');
    expect(take(`arn:aws:bedrock:${REGION}:${ACCOUNT}:flow/ANY`)).toBe('denied');
    expect(take(ours, ACCOUNT, 'lambda.amazonaws.com')).toBe('denied');
  });
});
