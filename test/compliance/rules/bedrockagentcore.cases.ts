import { browserRecorded } from '../../../lib/compliance/rules/bedrockagentcore/browser-recorded';
import { customerKey } from '../../../lib/compliance/rules/bedrockagentcore/customer-key';
import { gatewayAuthorizer } from '../../../lib/compliance/rules/bedrockagentcore/gateway-authorizer';
import { gatewayErrors } from '../../../lib/compliance/rules/bedrockagentcore/gateway-errors';
import { gatewayPolicyEngine } from '../../../lib/compliance/rules/bedrockagentcore/gateway-policy-engine';
import { gatewayWafFailure } from '../../../lib/compliance/rules/bedrockagentcore/gateway-waf-failure';
import { harnessModelWithinAws } from '../../../lib/compliance/rules/bedrockagentcore/harness-model-within-aws';
import { jwtAudience } from '../../../lib/compliance/rules/bedrockagentcore/jwt-audience';
import { memoryExpiry } from '../../../lib/compliance/rules/bedrockagentcore/memory-expiry';
import { networkMode } from '../../../lib/compliance/rules/bedrockagentcore/network-mode';
import { policyNotPublic } from '../../../lib/compliance/rules/bedrockagentcore/policy-not-public';
import { returnUrl } from '../../../lib/compliance/rules/bedrockagentcore/return-url';
import { sessionLifetime } from '../../../lib/compliance/rules/bedrockagentcore/session-lifetime';
import { volumeEncrypted } from '../../../lib/compliance/rules/bedrockagentcore/volume-encrypted';
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
import { bedrockagentcoreMoreCases } from './bedrockagentcore-more.cases';

const BROWSER = 'AWS::BedrockAgentCore::BrowserCustom';
const GATEWAY = 'AWS::BedrockAgentCore::Gateway';
const HARNESS = 'AWS::BedrockAgentCore::Harness';
const MEMORY = 'AWS::BedrockAgentCore::Memory';
const RUNTIME = 'AWS::BedrockAgentCore::Runtime';
const IDENTITY = 'AWS::BedrockAgentCore::WorkloadIdentity';
const PROVIDER = 'AWS::BedrockAgentCore::CapacityProvider';
const POLICY = 'AWS::BedrockAgentCore::ResourcePolicy';
const KEY = { Key: resource('AWS::KMS::Key') };

const recording = (config: Json) => subject(BROWSER, { RecordingConfig: config });
const gateway = (properties: JsonObject) => subject(GATEWAY, properties);
const model = (config: Json) => subject(HARNESS, { Model: config });
const jwt = (config: JsonObject, type = RUNTIME) =>
  subject(type, {
    AuthorizerConfiguration: { CustomJWTAuthorizer: { DiscoveryUrl: 'https://a.example', ...config } },
  });
const AUTHORIZER = 'Properties.AuthorizerConfiguration.CustomJWTAuthorizer';
const managed = (config: JsonObject, others: JsonObject = {}) =>
  subject(HARNESS, { Memory: { ManagedMemoryConfiguration: config } }, others);
const mode = (name: Json, type = RUNTIME) => subject(type, { NetworkConfiguration: { NetworkMode: name } });
const inVpc = (config: JsonObject, type = RUNTIME) =>
  subject(type, { NetworkConfiguration: { NetworkMode: 'VPC', ...config } });
const within = (runtime: JsonObject) =>
  subject(HARNESS, { Environment: { AgentCoreRuntimeEnvironment: runtime } });
const returning = (...urls: readonly Json[]) => subject(IDENTITY, { AllowedResourceOauth2ReturnUrls: urls });
const idle = (seconds: Json) =>
  subject(RUNTIME, { LifecycleConfiguration: { IdleRuntimeSessionTimeout: seconds } });
const machine = (config: JsonObject) =>
  subject(PROVIDER, {
    ComputeConfiguration: { Ec2Configuration: { RootVolume: { Encrypted: true }, ...config } },
  });
const MACHINE = 'Properties.ComputeConfiguration.Ec2Configuration';
const policy = (principal: Json) =>
  subject(POLICY, {
    Policy: JSON.stringify({
      Statement: { Effect: 'Allow', Principal: principal, Action: 'bedrock-agentcore:*', Resource: '*' },
    }),
  });

export const bedrockagentcoreCases = [
  ...bedrockagentcoreMoreCases,
  casesOf(browserRecorded, {
    'a recording into a bucket is compliant': recording({
      Enabled: true,
      S3Location: { Bucket: 'b', Prefix: 'p' },
    }),
    'no recording is a finding': seen(
      subject(BROWSER),
      'Properties.RecordingConfig.Enabled',
      'Properties.RecordingConfig.S3Location.Bucket',
    ),
    'a recording switched off is a finding': seen(
      recording({ Enabled: false, S3Location: { Bucket: 'b' } }),
      'Properties.RecordingConfig.Enabled',
    ),
    'a recording that goes nowhere is a finding': recording({ Enabled: true }),
    'a recording left to a parameter is unknown': recording({ Enabled: OPEN, S3Location: { Bucket: 'b' } }),
  }),
  casesOf(customerKey, {
    'a key of the same stack is compliant': subject(MEMORY, { EncryptionKeyArn: arn('Key') }, KEY),
    'a provider without volumes of its own is compliant': subject(PROVIDER),
    'volumes without a key is a finding': seen(
      machine({ Volumes: [{ EbsConfiguration: { Name: 'v' } }] }),
      `${MACHINE}.RootVolume.KmsKeyId`,
      `${MACHINE}.Volumes.0.EbsConfiguration.KmsKeyId`,
    ),
    'a harness without a memory is compliant': subject(HARNESS),
    'a harness whose memory has a key is compliant': managed({ EncryptionKeyArn: arn('Key') }, KEY),
    'no key is a finding': seen(subject(MEMORY), 'Properties.EncryptionKeyArn'),
    'a gateway without a key is a finding': seen(subject(GATEWAY), 'Properties.KmsKeyArn'),
    'a harness whose memory has no key is a finding': seen(
      managed({}),
      'Properties.Memory.ManagedMemoryConfiguration.EncryptionKeyArn',
    ),
    'a key that AWS manages is a finding': subject(MEMORY, { EncryptionKeyArn: 'alias/aws/bedrock' }),
    'a key left to a parameter is unknown': subject(MEMORY, { EncryptionKeyArn: OPEN }),
  }),
  casesOf(gatewayAuthorizer, {
    'tokens is compliant': gateway({ AuthorizerType: 'CUSTOM_JWT' }),
    'IAM is compliant': gateway({ AuthorizerType: 'AWS_IAM' }),
    'nobody is a finding': seen(gateway({ AuthorizerType: 'NONE' }), 'Properties.AuthorizerType'),
    'any token is a finding': gateway({ AuthorizerType: 'AUTHENTICATE_ONLY' }),
    'nothing said is a finding': gateway({}),
    'nobody in one branch is a finding': gateway({ AuthorizerType: either('AWS_IAM', 'NONE') }),
    'a type left to a parameter is unknown': gateway({ AuthorizerType: OPEN }),
  }),
  casesOf(gatewayErrors, {
    'no details is compliant': gateway({}),
    'details is a finding': seen(gateway({ ExceptionLevel: 'DEBUG' }), 'Properties.ExceptionLevel'),
    'details in one branch is a finding': gateway({ ExceptionLevel: either('DEBUG', NOTHING) }),
    'a level left to a parameter is unknown': gateway({ ExceptionLevel: OPEN }),
  }),
  casesOf(gatewayPolicyEngine, {
    'an engine that enforces is compliant': gateway({
      PolicyEngineConfiguration: { Arn: 'a', Mode: 'ENFORCE' },
    }),
    'no engine is a finding': seen(gateway({}), 'Properties.PolicyEngineConfiguration.Mode'),
    'an engine that only logs is a finding': gateway({
      PolicyEngineConfiguration: { Arn: 'a', Mode: 'LOG_ONLY' },
    }),
    'a mode left to a parameter is unknown': gateway({ PolicyEngineConfiguration: { Arn: 'a', Mode: OPEN } }),
  }),
  casesOf(gatewayWafFailure, {
    'nothing said is a finding': gateway({}),
    'refusal is compliant': gateway({ WafConfiguration: { FailureMode: 'FAIL_CLOSE' } }),
    'passage is a finding': seen(
      gateway({ WafConfiguration: { FailureMode: 'FAIL_OPEN' } }),
      'Properties.WafConfiguration.FailureMode',
    ),
    'a mode left to a parameter is unknown': gateway({ WafConfiguration: { FailureMode: OPEN } }),
  }),
  casesOf(harnessModelWithinAws, {
    'a model on Bedrock is compliant': model({ BedrockModelConfig: { ModelId: 'm' } }),
    'the default is compliant': subject(HARNESS),
    'a model of another company is a finding': seen(
      model({ OpenAiModelConfig: { ModelId: 'm' } }),
      'Properties.Model.OpenAiModelConfig',
    ),
    'a proxy to any model is a finding': model({ LiteLlmModelConfig: { ApiBase: 'https://a.example' } }),
    'another company in one branch is a finding': model({
      GeminiModelConfig: either({ ModelId: 'm' }, NOTHING),
    }),
    'a model left to a parameter is unknown': model(OPEN),
  }),
  casesOf(jwtAudience, {
    'an audience is compliant': jwt({ AllowedAudience: ['a'] }),
    'a client is compliant': jwt({ AllowedClients: ['c'] }),
    'an audience that is a client of the same stack is compliant': jwt({ AllowedAudience: [ref('Subject')] }),
    'callers by IAM is compliant': subject(RUNTIME),
    'neither is a finding': seen(jwt({}), AUTHORIZER),
    'an empty list is a finding': jwt({ AllowedAudience: [] }),
    'a gateway with neither is a finding': seen(jwt({}, GATEWAY), AUTHORIZER),
    'a gateway that asks for tokens and says nothing of them is a finding': seen(
      gateway({ AuthorizerType: 'CUSTOM_JWT' }),
      AUTHORIZER,
    ),
    'a gateway that asks IAM is compliant': gateway({ AuthorizerType: 'AWS_IAM' }),
    'an audience in one branch is a finding': jwt({ AllowedAudience: either(['a'], NOTHING) }),
    'a list left to a parameter is unknown': jwt({ AllowedAudience: OPEN }),
  }),
  casesOf(memoryExpiry, {
    'ninety days is compliant': subject(MEMORY, { EventExpiryDuration: 90 }),
    'the default of a managed memory is compliant': managed({}),
    'a harness without a memory is compliant': subject(HARNESS),
    'a day more is a finding': seen(
      subject(MEMORY, { EventExpiryDuration: 91 }),
      'Properties.EventExpiryDuration',
    ),
    'no expiry is a finding': subject(MEMORY),
    'a long managed memory is a finding': seen(
      managed({ EventExpiryDuration: 365 }),
      'Properties.Memory.ManagedMemoryConfiguration.EventExpiryDuration',
    ),
    'days left to a parameter is unknown': subject(MEMORY, { EventExpiryDuration: OPEN }),
  }),
  casesOf(networkMode, {
    'a VPC with its subnets is compliant': inVpc({ NetworkModeConfig: { Subnets: ['subnet-1'] } }),
    'a browser in a VPC is compliant': inVpc({ VpcConfig: { Subnets: ['subnet-1'] } }, BROWSER),
    'a VPC without subnets is a finding': seen(
      inVpc({ VpcConfig: { Subnets: [] } }, BROWSER),
      'Properties.NetworkConfiguration.VpcConfig.Subnets',
    ),
    'subnets left to a parameter is unknown': inVpc({ NetworkModeConfig: { Subnets: OPEN } }),
    'a sandbox is compliant': mode('SANDBOX', 'AWS::BedrockAgentCore::CodeInterpreterCustom'),
    'a harness in a VPC is compliant': within({
      NetworkConfiguration: { NetworkMode: 'VPC', NetworkModeConfig: { Subnets: ['subnet-1'] } },
    }),
    'the internet is a finding': seen(mode('PUBLIC'), 'Properties.NetworkConfiguration.NetworkMode'),
    'nothing said is a finding': subject(RUNTIME),
    'a harness on the internet is a finding': seen(
      within({ NetworkConfiguration: { NetworkMode: 'PUBLIC' } }),
      'Properties.Environment.AgentCoreRuntimeEnvironment.NetworkConfiguration.NetworkMode',
    ),
    'a mode left to a parameter is unknown': mode(OPEN),
  }),
  casesOf(policyNotPublic, {
    'a named account is compliant': policy({ AWS: '111122223333' }),
    'everybody is a finding': seen(policy('*'), 'Properties.Policy.Statement'),
    'a policy left to a parameter is unknown': subject(POLICY, { Policy: OPEN }),
  }),
  casesOf(returnUrl, {
    'an https address is compliant': returning('https://a.example/return'),
    'none is compliant': subject(IDENTITY),
    'an http address is a finding': seen(
      returning('https://a.example/return', 'http://localhost:8080'),
      'Properties.AllowedResourceOauth2ReturnUrls.1',
    ),
    'a wildcard is a finding': returning('https://*.example.com/return'),
    'an address that begins with a resource is unknown': returning({ 'Fn::Sub': '${Subject.Arn}/return' }),
    'addresses left to a parameter is unknown': subject(IDENTITY, { AllowedResourceOauth2ReturnUrls: OPEN }),
  }),
  casesOf(sessionLifetime, {
    'the default is compliant': subject(RUNTIME),
    'fifteen minutes is compliant': idle(900),
    'a second more is a finding': seen(
      idle(901),
      'Properties.LifecycleConfiguration.IdleRuntimeSessionTimeout',
    ),
    'a harness that waits for hours is a finding': within({
      LifecycleConfiguration: { IdleRuntimeSessionTimeout: 28800 },
    }),
    'a gateway that waits for hours is a finding': gateway({
      ProtocolConfiguration: { Mcp: { SessionConfiguration: { SessionTimeoutInSeconds: 28800 } } },
    }),
    'a time left to a parameter is unknown': idle(OPEN),
  }),
  casesOf(volumeEncrypted, {
    'an encrypted root volume is compliant': machine({}),
    'a further volume of which nothing is said is compliant': machine({
      Volumes: [{ EbsConfiguration: { Name: 'v' } }],
    }),
    'a root volume of which nothing is said is a finding': seen(
      machine({ RootVolume: {} }),
      `${MACHINE}.RootVolume.Encrypted`,
    ),
    'a further volume in clear is a finding': seen(
      machine({ Volumes: [{ EbsConfiguration: { Encrypted: false } }] }),
      `${MACHINE}.Volumes.0.EbsConfiguration.Encrypted`,
    ),
    'an ephemeral volume of which nothing is said is a finding': machine({
      LaunchTemplateSource: { LaunchParameters: { EphemeralVolumes: [{ Ebs: { VolumeSize: 8 } }] } },
    }),
    'a flag left to a parameter is unknown': machine({ RootVolume: { Encrypted: OPEN } }),
  }),
];
