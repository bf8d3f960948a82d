import { agentActionExecutor } from '../../../lib/compliance/rules/bedrock/agent-action-executor';
import { dataSourceOwner } from '../../../lib/compliance/rules/bedrock/data-source-owner';
import { knowledgeBaseLogged } from '../../../lib/compliance/rules/bedrock/knowledge-base-logged';
import { knowledgeBaseRoleNarrow } from '../../../lib/compliance/rules/bedrock/knowledge-base-role-narrow';
import { policyKnownAccounts } from '../../../lib/compliance/rules/bedrock/policy-known-accounts';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const AGENT = 'AWS::Bedrock::Agent';
const BASE = 'AWS::Bedrock::KnowledgeBase';
const SOURCE = 'AWS::Bedrock::DataSource';
const OWN = { Ref: 'AWS::AccountId' };

const groups = (...members: readonly Json[]) =>
  subject(AGENT, { ActionGroups: members }, { Fn: resource('AWS::Lambda::Function') });
const executed = (executor: Json) => groups({ ActionGroupExecutor: executor });

const OWNER = 'Properties.DataSourceConfiguration.S3Configuration.BucketOwnerAccountId';
const s3 = (configuration: Json, others: JsonObject = {}) =>
  subject(SOURCE, { DataSourceConfiguration: { Type: 'S3', S3Configuration: configuration } }, others);
const NAMED = { BucketArn: 'arn:aws:s3:::guidelines' };

const delivered = (arnOfBase: Json, others: JsonObject = {}, attributes: JsonObject = {}) =>
  subject(
    BASE,
    {},
    {
      Source: resource('AWS::Logs::DeliverySource', { Name: 'a', ResourceArn: arnOfBase }, attributes),
      ...others,
    },
  );
const ARN_OF_BASE = { 'Fn::GetAtt': ['Subject', 'KnowledgeBaseArn'] };
const delivery = (source: Json): JsonObject => ({
  Delivery: resource('AWS::Logs::Delivery', { DeliverySourceName: source }),
});
const ofType = (type: Json) => subject(BASE, { KnowledgeBaseConfiguration: { Type: type } });

const EMBED = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0';
const PARSER = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0';
const base = (roleArn: Json, others: JsonObject = {}, model: Json = EMBED) =>
  subject(
    BASE,
    {
      RoleArn: roleArn,
      KnowledgeBaseConfiguration: { VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: model } },
    },
    others,
  );
const withPolicy = (statement: JsonObject, others: JsonObject = {}) =>
  base(arn('Role'), {
    Role: resource('AWS::IAM::Role'),
    Policy: resource('AWS::IAM::ManagedPolicy', {
      Roles: [ref('Role')],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', ...statement }] },
    }),
    ...others,
  });
const reading = (vectorIngestion: Json): JsonObject => ({
  Source: resource(SOURCE, {
    KnowledgeBaseId: { 'Fn::GetAtt': ['Subject', 'KnowledgeBaseId'] },
    VectorIngestionConfiguration: vectorIngestion,
  }),
});
const BY_MODEL = { BedrockFoundationModelConfiguration: { ModelArn: PARSER } };

const policied = (principal: Json, condition: Json = NOTHING) =>
  subject('AWS::Bedrock::KnowledgeBasePolicy', {
    PolicyDocument: {
      Statement: [
        { Effect: 'Allow', Principal: principal, Action: 'bedrock:Retrieve', Condition: condition },
      ],
    },
  });
const ROLE_ARN = 'arn:aws:iam::444455556666:role/reader';

export const bedrockKnowledgeCases = [
  casesOf(agentActionExecutor, {
    'a function is compliant': executed({ Lambda: arn('Fn') }),
    'asking the user is compliant': groups({ ParentActionGroupSignature: 'AMAZON.UserInput' }),
    'an action handed back is a finding': seen(
      groups(
        { ActionGroupExecutor: { Lambda: arn('Fn') } },
        { ActionGroupExecutor: { CustomControl: 'RETURN_CONTROL' } },
      ),
      'Properties.ActionGroups.1.ActionGroupExecutor',
    ),
    'an action that nobody does is a finding': groups({ ActionGroupName: 'a' }),
    'an action handed back in one branch is a finding': executed(
      either({ Lambda: arn('Fn') }, { CustomControl: 'RETURN_CONTROL' }),
    ),
    'a function left to a parameter is unknown': executed({ Lambda: OPEN }),
    'an executor left to a parameter is unknown': executed(OPEN),
    'action groups left to a parameter is unknown': subject(AGENT, { ActionGroups: OPEN }),
    'no action groups is not applicable': subject(AGENT),
  }),
  casesOf(dataSourceOwner, {
    'the own account is compliant': s3({ ...NAMED, BucketOwnerAccountId: OWN }),
    'a bucket of the same stack is compliant': s3(
      { BucketArn: arn('Bucket') },
      { Bucket: resource('AWS::S3::Bucket') },
    ),
    'no owner of a bucket that is written out is a finding': seen(s3(NAMED), OWNER),
    'no owner in one branch is a finding': s3({ ...NAMED, BucketOwnerAccountId: either(OWN, NOTHING) }),
    'another account is a finding': seen(s3({ ...NAMED, BucketOwnerAccountId: '444455556666' }), OWNER),
    'what is no account is a finding': s3({ ...NAMED, BucketOwnerAccountId: 'ours' }),
    'a bucket that may be of the stack is a finding': s3(
      { BucketArn: either(arn('Bucket'), 'arn:aws:s3:::guidelines') },
      { Bucket: resource('AWS::S3::Bucket') },
    ),
    'an owner left to a parameter is unknown': s3({ ...NAMED, BucketOwnerAccountId: OPEN }),
    'a source that is no bucket is not applicable': subject(SOURCE, {
      DataSourceConfiguration: { Type: 'CONFLUENCE' },
    }),
  }),
  casesOf(knowledgeBaseLogged, {
    'a delivery is compliant': delivered(ARN_OF_BASE, delivery(ref('Source'))),
    'a delivery that names its source is compliant': delivered(ARN_OF_BASE, delivery('a')),
    'nothing is a finding': seen(subject(BASE), 'Properties'),
    'a source without a delivery is a finding': delivered(ARN_OF_BASE),
    'a delivery of another source is a finding': delivered(ARN_OF_BASE, delivery('b')),
    'the log of another knowledge base is a finding': delivered(
      { 'Fn::GetAtt': ['Other', 'KnowledgeBaseArn'] },
      { Other: resource(BASE), ...delivery(ref('Source')) },
    ),
    'a source under a condition is a finding': delivered(ARN_OF_BASE, delivery(ref('Source')), {
      Condition: 'Maybe',
    }),
    'a source whose resource is left to a parameter is unknown': delivered(OPEN, delivery(ref('Source'))),
    'a knowledge base over a database is not applicable': ofType('SQL'),
    'an index of Kendra is not applicable': ofType('KENDRA'),
  }),
  casesOf(knowledgeBaseRoleNarrow, {
    'its embedding model is compliant': withPolicy({ Resource: EMBED }),
    'its embedding model in another partition’s words is compliant': withPolicy({
      Resource: {
        'Fn::Sub':
          'arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/amazon.titan-embed-text-v2:0',
      },
    }),
    'a model that parses its documents is compliant': withPolicy(
      { Resource: [EMBED, PARSER] },
      reading({ ParsingConfiguration: BY_MODEL }),
    ),
    'a model that enriches its chunks is compliant': withPolicy(
      { Resource: [EMBED, PARSER] },
      reading({ ContextEnrichmentConfiguration: BY_MODEL }),
    ),
    'no invocation is compliant': withPolicy({ Action: 's3:GetObject', Resource: '*' }),
    'a model that it does not use is a finding': seen(
      withPolicy({ Resource: [EMBED, PARSER] }),
      'Properties.RoleArn',
    ),
    'every model is a finding': withPolicy({ Resource: '*' }),
    'all but one model is a finding': withPolicy({ NotResource: PARSER }),
    'the same under an override of the action is a finding': withPolicy({
      Action: 'bedrock:*',
      Resource: '*',
    }),
    'models left to a parameter is unknown': withPolicy({ Resource: { 'Fn::Split': [',', OPEN] } }),
    'a role of elsewhere is unknown': base('arn:aws:iam::111122223333:role/kb'),
    'a role left to a parameter is unknown': base(OPEN),
    'a knowledge base without an embedding model is not applicable': ofType('SQL'),
  }),
  casesOf(policyKnownAccounts, {
    'the own account is compliant': policied({ AWS: OWN }),
    'another account of the organization is compliant': policied(
      { AWS: ROLE_ARN },
      { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    ),
    'another account is a finding': seen(
      policied({ AWS: ROLE_ARN }),
      'Properties.PolicyDocument.Statement.0',
    ),
    'another account on a guardrail is a finding': subject('AWS::Bedrock::ResourcePolicy', {
      PolicyDocument: {
        Statement: { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'bedrock:ApplyGuardrail' },
      },
    }),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
];
