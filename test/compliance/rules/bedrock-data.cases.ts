import { customerKey } from '../../../lib/compliance/rules/bedrock/customer-key';
import { dataSourceDeletion } from '../../../lib/compliance/rules/bedrock/data-source-deletion';
import { dataSourceNotWeb } from '../../../lib/compliance/rules/bedrock/data-source-not-web';
import { invocationLogging } from '../../../lib/compliance/rules/bedrock/invocation-logging';
import { invocationLoggingComplete } from '../../../lib/compliance/rules/bedrock/invocation-logging-complete';
import { knowledgeBaseWithinAws } from '../../../lib/compliance/rules/bedrock/knowledge-base-within-aws';
import { modelGeography } from '../../../lib/compliance/rules/bedrock/model-geography';
import { noBearerKeys } from '../../../lib/compliance/rules/bedrock/no-bearer-keys';
import { noMantle } from '../../../lib/compliance/rules/bedrock/no-mantle';
import { policyNotPublic } from '../../../lib/compliance/rules/bedrock/policy-not-public';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  body,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const KEY = { Key: resource('AWS::KMS::Key') };
const POLICY = 'AWS::IAM::Policy';
const BASE = 'AWS::Bedrock::KnowledgeBase';
const SOURCE = 'AWS::Bedrock::DataSource';
const PROFILE = 'AWS::Bedrock::ApplicationInferenceProfile';
const PROFILES = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile';
const MODEL = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const LOGGER = 'Custom::AWS';

const managed = (key: Json) =>
  subject(
    BASE,
    {
      KnowledgeBaseConfiguration: {
        ManagedKnowledgeBaseConfiguration: { ServerSideEncryptionConfiguration: { KmsKeyArn: key } },
      },
    },
    KEY,
  );
const stored = (type: Json) => subject(BASE, { StorageConfiguration: { Type: type } });
const deletion = (policy: Json) => subject(SOURCE, { DataDeletionPolicy: policy });
const ofType = (type: Json) => subject(SOURCE, { DataSourceConfiguration: { Type: type } });
const copyOf = (model: Json) => subject(PROFILE, { ModelSource: { CopyFrom: model } });
const statement = (...statements: readonly Json[]): JsonObject => ({
  PolicyDocument: { Statement: statements },
});
const allow = (action: Json): JsonObject => ({ Effect: 'Allow', Action: action, Resource: '*' });
const caller = (others: JsonObject = {}, action: Json = 'bedrock:InvokeModel') =>
  subject(POLICY, statement(allow(action)), others);
const call = (loggingConfig: Json, action = 'putModelInvocationLoggingConfiguration') =>
  JSON.stringify({ service: 'Bedrock', action, parameters: { loggingConfig } });
const logger = (create: Json) => subject(LOGGER, { Create: create });
const ownLogger = (LoggingConfig: Json) => subject('Custom::BedrockInvocationLogging', { LoggingConfig });
const LOGGED = call({ s3Config: { bucketName: 'b' } });
const everybody = (change: JsonObject = {}) =>
  subject(
    'AWS::Bedrock::ResourcePolicy',
    statement({ ...allow('bedrock:ApplyGuardrail'), Principal: '*', ...change }),
  );

export const bedrockDataCases = [
  casesOf(customerKey, {
    'a key of the same stack is compliant': subject(
      'AWS::Bedrock::Agent',
      { CustomerEncryptionKeyArn: arn('Key') },
      KEY,
    ),
    'a key of another stack is compliant': beside(
      subject('AWS::Bedrock::Session', { EncryptionKeyArn: FAR_KEY }),
      FAR_STACK,
    ),
    'a managed knowledge base with a key is compliant': managed(arn('Key')),
    'a knowledge base over a store with a key of its own is compliant': stored('RDS'),
    'no key is a finding': seen(subject('AWS::Bedrock::Agent'), 'Properties.CustomerEncryptionKeyArn'),
    'a data source without a key is a finding': seen(
      subject(SOURCE),
      'Properties.ServerSideEncryptionConfiguration.KmsKeyArn',
    ),
    'a managed knowledge base without a key is a finding': seen(
      managed(NOTHING),
      'Properties.KnowledgeBaseConfiguration.ManagedKnowledgeBaseConfiguration.ServerSideEncryptionConfiguration.KmsKeyArn',
    ),
    'a key that AWS manages is a finding': subject('AWS::Bedrock::Prompt', {
      CustomerEncryptionKeyArn: 'arn:aws:kms:us-east-1:111122223333:alias/aws/bedrock',
    }),
    'a key left to a parameter is unknown': subject('AWS::Bedrock::Flow', { CustomerEncryptionKeyArn: OPEN }),
  }),
  casesOf(dataSourceDeletion, {
    'the default is compliant': subject(SOURCE),
    'deletion is compliant': deletion('DELETE'),
    'retention is a finding': seen(deletion('RETAIN'), 'Properties.DataDeletionPolicy'),
    'a policy left to a parameter is unknown': deletion(OPEN),
  }),
  casesOf(dataSourceNotWeb, {
    'a bucket is compliant': ofType('S3'),
    'the web is a finding': seen(ofType('WEB'), 'Properties.DataSourceConfiguration.Type'),
    'the web in one branch is a finding': ofType(either('S3', 'WEB')),
    'a type left to a parameter is unknown': ofType(OPEN),
  }),
  casesOf(invocationLogging, {
    'a call of the API beside it is compliant': caller({ Log: resource(LOGGER, { Create: LOGGED }) }),
    'a call with open places beside it is compliant': caller({
      Log: resource(LOGGER, {
        Create: {
          'Fn::Join': ['', ['{"action":"PutModelInvocationLoggingConfiguration","x":"', arn('Key'), '"}']],
        },
      }),
    }),
    'a custom resource named for it in another stack is compliant': beside(
      caller(),
      body({ Log: resource('Custom::BedrockInvocationLogging', { ServiceToken: 't' }) }),
    ),
    'nothing that switches it on is a finding': seen(caller(), 'Properties.PolicyDocument.Statement.0'),
    'another custom resource is a finding': caller({ Other: resource('Custom::Other', { Create: '{}' }) }),
    'a call under a condition is a finding': caller({
      Log: resource(LOGGER, { Create: LOGGED }, { Condition: 'Maybe' }),
    }),
    'every action of Bedrock without it is a finding': caller({}, 'bedrock:*'),
    'an administrator of everything is not applicable': caller({}, '*'),
    'a policy on something else is not applicable': caller({}, 's3:GetObject'),
  }),
  casesOf(invocationLoggingComplete, {
    'text to a bucket is compliant': logger(LOGGED),
    'text to a log group is compliant': logger(
      call({ cloudWatchConfig: { logGroupName: 'g' }, textDataDeliveryEnabled: true }),
    ),
    'text switched off is a finding': seen(
      logger(call({ s3Config: { bucketName: 'b' }, textDataDeliveryEnabled: false })),
      'Properties.Create',
    ),
    'no destination is a finding': logger(call({ textDataDeliveryEnabled: true })),
    'an update without destination is a finding': seen(
      subject(LOGGER, { Create: LOGGED, Update: call({}) }),
      'Properties.Update',
    ),
    'a call that cannot be parsed is unknown': logger('putModelInvocationLoggingConfiguration {'),
    'a call without configuration is unknown': logger(call('none')),
    'a call left to a parameter in one branch is unknown': logger(either(LOGGED, OPEN)),
    'a provider of its own is unknown': subject('AWS::CloudFormation::CustomResource', {
      Calls: 'putModelInvocationLoggingConfiguration',
    }),
    'another call is not applicable': logger(call({}, 'putUseCaseForModelAccess')),
    'our own with a destination is compliant': ownLogger({
      cloudWatchConfig: { logGroupName: 'g' },
      textDataDeliveryEnabled: 'true',
    }),
    'our own without a destination is a finding': seen(
      ownLogger({ textDataDeliveryEnabled: true }),
      'Properties.LoggingConfig',
    ),
    'our own without the text is a finding': seen(
      ownLogger({ s3Config: { bucketName: 'b' }, textDataDeliveryEnabled: false }),
      'Properties.LoggingConfig.textDataDeliveryEnabled',
    ),
    'our own left to a parameter is unknown': ownLogger(OPEN),
    'one named like our own that says nothing is unknown': subject('Custom::BedrockInvocationLogging'),
  }),
  casesOf(knowledgeBaseWithinAws, {
    'a store of AWS is compliant': stored('OPENSEARCH_SERVERLESS'),
    'no store is compliant': subject(BASE),
    'a store of another company is a finding': seen(
      stored('MONGO_DB_ATLAS'),
      'Properties.StorageConfiguration.Type',
    ),
    'a store of another company in one branch is a finding': stored(either('RDS', 'PINECONE')),
    'a store left to a parameter is unknown': stored(OPEN),
  }),
  casesOf(modelGeography, {
    'a profile of the United States is compliant': copyOf(`${PROFILES}/us.${MODEL}`),
    'a profile by its id is compliant': subject('AWS::Bedrock::Agent', {
      FoundationModel: `us-gov.${MODEL}`,
    }),
    'a model is compliant': copyOf(`arn:aws:bedrock:us-east-1::foundation-model/${MODEL}`),
    'a maker with a short name is compliant': subject('AWS::Bedrock::Agent', {
      FoundationModel: 'zai.glm-4.7',
    }),
    'a profile of the same stack is compliant': subject(
      'AWS::Bedrock::Agent',
      { FoundationModel: arn('Profile') },
      { Profile: resource(PROFILE) },
    ),
    'a place filled in by Sub is compliant': copyOf({
      'Fn::Sub': `arn:\${AWS::Partition}:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/us.${MODEL}`,
    }),
    'a guardrail profile of the United States is compliant': subject('AWS::Bedrock::Guardrail', {
      CrossRegionConfig: { GuardrailProfileArn: 'us.guardrail.v1:0' },
    }),
    'a global profile is a finding': seen(
      copyOf(`${PROFILES}/global.${MODEL}`),
      'Properties.ModelSource.CopyFrom',
    ),
    'a global profile filled in by Sub is a finding': copyOf({
      'Fn::Sub': `arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/global.${MODEL}`,
    }),
    'a global profile in a prompt is a finding': seen(
      subject('AWS::Bedrock::Prompt', { Variants: [{ Name: 'a' }, { ModelId: `global.${MODEL}` }] }),
      'Properties.Variants.1.ModelId',
    ),
    'a global profile in a flow is a finding': seen(
      subject('AWS::Bedrock::Flow', {
        Definition: { Nodes: [{ Configuration: { KnowledgeBase: { ModelId: `global.${MODEL}` } } }] },
      }),
      'Properties.Definition.Nodes.0.Configuration.KnowledgeBase.ModelId',
    ),
    'a global profile in a router is a finding': subject('AWS::Bedrock::IntelligentPromptRouter', {
      FallbackModel: { ModelArn: `${PROFILES}/global.${MODEL}` },
    }),
    'a global profile in a harness is a finding': subject('AWS::BedrockAgentCore::Harness', {
      Model: { BedrockModelConfig: { ModelId: `global.${MODEL}` } },
    }),
    'a global profile of an agent is a finding': subject('AWS::Bedrock::Agent', {
      FoundationModel: `global.${MODEL}`,
    }),
    'a guardrail profile elsewhere is a finding': seen(
      subject('AWS::Bedrock::Guardrail', {
        CrossRegionConfig: {
          GuardrailProfileArn: 'arn:aws:bedrock:eu-west-1:111122223333:guardrail-profile/eu.guardrail.v1:0',
        },
      }),
      'Properties.CrossRegionConfig.GuardrailProfileArn',
    ),
    'a model left to a parameter is unknown': copyOf(OPEN),
    'a geography filled in later is unknown': copyOf({ 'Fn::Sub': `\${AWS::Region}.${MODEL}` }),
  }),
  casesOf(noBearerKeys, {
    'invoking models is compliant': caller(),
    'denying the key is compliant': subject(
      POLICY,
      statement({ Effect: 'Deny', Action: 'bedrock:CallWithBearerToken', Resource: '*' }),
    ),
    'calling with a key is a finding': seen(
      caller({}, ['bedrock:InvokeModel', 'bedrock:CallWithBearerToken']),
      'Properties.PolicyDocument.Statement.0.Action',
    ),
    'making keys is a finding': caller({}, 'iam:CreateServiceSpecificCredential'),
    'actions left to a parameter is unknown': caller({}, OPEN),
  }),
  casesOf(noMantle, {
    'invoking models is compliant': caller(),
    'denying the endpoint is compliant': subject(
      POLICY,
      statement({ Effect: 'Deny', Action: 'bedrock-mantle:*', Resource: '*' }),
    ),
    'inference there is a finding': seen(
      caller({}, 'bedrock-mantle:CreateInference'),
      'Properties.PolicyDocument.Statement.0.Action',
    ),
    'everything there is a finding': caller({}, 'bedrock-mantle:*'),
    'a project there is a finding': subject('AWS::BedrockMantle::Project', { Name: 'p' }),
    'an endpoint to it is a finding': seen(
      subject('AWS::EC2::VPCEndpoint', { ServiceName: 'com.amazonaws.us-east-1.bedrock-mantle' }),
      'Properties.ServiceName',
    ),
    'an endpoint to the other one is compliant': subject('AWS::EC2::VPCEndpoint', {
      ServiceName: 'com.amazonaws.us-east-1.bedrock-runtime',
    }),
    'actions left to a parameter is unknown': caller({}, OPEN),
  }),
  casesOf(policyNotPublic, {
    'principals of the organization is compliant': everybody({
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    }),
    'a named account is compliant': everybody({ Principal: { AWS: '111122223333' } }),
    'everybody is a finding': seen(everybody(), 'Properties.PolicyDocument.Statement.0'),
    'everybody but one is a finding': everybody({
      Principal: NOTHING,
      NotPrincipal: { AWS: '111122223333' },
    }),
    'a document left to a parameter is unknown': subject('AWS::Bedrock::KnowledgeBasePolicy', {
      PolicyDocument: OPEN,
    }),
  }),
];
