import { codeSigning } from '../../../lib/compliance/rules/lambda/code-signing';
import { customerKey } from '../../../lib/compliance/rules/lambda/customer-key';
import { deadLetterQueue } from '../../../lib/compliance/rules/lambda/dead-letter-queue';
import { durableRetention } from '../../../lib/compliance/rules/lambda/durable-retention';
import { eventSourceAuthenticated } from '../../../lib/compliance/rules/lambda/event-source-authenticated';
import { eventSourceLogged } from '../../../lib/compliance/rules/lambda/event-source-logged';
import { layersTrusted } from '../../../lib/compliance/rules/lambda/layers-trusted';
import { permissionAction } from '../../../lib/compliance/rules/lambda/permission-action';
import { permissionNamesPrincipal } from '../../../lib/compliance/rules/lambda/permission-names-principal';
import { permissionOrganization } from '../../../lib/compliance/rules/lambda/permission-organization';
import { permissionSource } from '../../../lib/compliance/rules/lambda/permission-source';
import { permissionSourceArn } from '../../../lib/compliance/rules/lambda/permission-source-arn';
import { reservedConcurrency } from '../../../lib/compliance/rules/lambda/reserved-concurrency';
import { roleMayLog } from '../../../lib/compliance/rules/lambda/role-may-log';
import { runtimeSupported } from '../../../lib/compliance/rules/lambda/runtime-supported';
import { runtimeUpdates } from '../../../lib/compliance/rules/lambda/runtime-updates';
import { tracing } from '../../../lib/compliance/rules/lambda/tracing';
import { urlCors } from '../../../lib/compliance/rules/lambda/url-cors';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const FUNCTION = 'AWS::Lambda::Function';
const PERMISSION = 'AWS::Lambda::Permission';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const SIGNING = 'AWS::Lambda::CodeSigningConfig';
const BUNDLE = { S3Bucket: 'code', S3Key: 'redact.zip' };
const FILTERS = { Filters: [{ Pattern: '{}' }] };
const CLUSTER = { Endpoints: { KafkaBootstrapServers: ['kafka.example.org:9094'] } };
const durable = (days: Json) => subject(FUNCTION, { DurableConfig: { RetentionPeriodInDays: days } });
const polled = (properties: JsonObject) =>
  subject(MAPPING, {
    Topics: ['notes'],
    ProvisionedPollerConfig: { MinimumPollers: 1 },
    ...properties,
  });
const policy = (action: string): JsonObject => ({
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] },
});
const withRole = (role: JsonObject, others: JsonObject = {}) =>
  subject(FUNCTION, { Role: arn('Role') }, { Role: resource('AWS::IAM::Role', role), ...others });
const failing = (destination: JsonObject, attributes: JsonObject = {}) => ({
  Config: resource(
    'AWS::Lambda::EventInvokeConfig',
    { FunctionName: ref('Subject'), ...destination },
    attributes,
  ),
});
const ON_FAILURE = {
  DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:111122223333:x' } },
};

export const moreLambdaCases = [
  casesOf(permissionSource, {
    'a topic with its ARN is compliant': subject(PERMISSION, {
      Principal: 'sns.amazonaws.com',
      SourceArn: ref('Topic'),
    }),
    'a bucket with its account is compliant': subject(PERMISSION, {
      Principal: 's3.amazonaws.com',
      SourceAccount: ref('AWS::AccountId'),
    }),
    'a service of the organisation is compliant': subject(PERMISSION, {
      Principal: 's3.amazonaws.com',
      PrincipalOrgID: 'o-1',
    }),
    'a service without a source is a finding': seen(
      subject(PERMISSION, { Principal: 'sns.amazonaws.com' }),
      'Properties.Principal',
    ),
    'a bucket with its ARN alone is a finding': subject(PERMISSION, {
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::b',
    }),
    'a source in one branch is a finding': subject(PERMISSION, {
      Principal: 'sns.amazonaws.com',
      SourceArn: either('arn:aws:sns:us-east-1:111122223333:t', NOTHING),
    }),
    'a skill of Alexa is compliant': subject(PERMISSION, {
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: 'amzn1.ask.skill.1',
    }),
    'every skill of Alexa is a finding': subject(PERMISSION, { Principal: 'alexa-appkit.amazon.com' }),
    'a principal left to a parameter is unknown': subject(PERMISSION, { Principal: OPEN }),
    'an account is not applicable': subject(PERMISSION, { Principal: '111122223333' }),
  }),
  casesOf(permissionAction, {
    'calling is compliant': subject(PERMISSION, { Action: 'lambda:InvokeFunction' }),
    'calling the URL is compliant': subject(PERMISSION, { Action: 'lambda:InvokeFunctionUrl' }),
    'every action is a finding': seen(subject(PERMISSION, { Action: 'lambda:*' }), 'Properties.Action'),
    'changing the code is a finding': subject(PERMISSION, { Action: 'lambda:UpdateFunctionCode' }),
    'another action in a list is a finding': seen(
      subject(PERMISSION, { Action: ['lambda:InvokeFunction', 'lambda:GetFunction'] }),
      'Properties.Action.1',
    ),
    'an action left to a parameter is unknown': subject(PERMISSION, { Action: OPEN }),
  }),
  casesOf(permissionNamesPrincipal, {
    'an account is compliant': subject(PERMISSION, { Principal: '111122223333' }),
    'everybody of the organisation is a finding': seen(
      subject(PERMISSION, { Principal: '*', PrincipalOrgID: 'o-1' }),
      'Properties.Principal',
    ),
    'a principal left to a parameter is unknown': subject(PERMISSION, { Principal: OPEN }),
  }),
  casesOf(urlCors, {
    'a site by name is compliant': subject('AWS::Lambda::Url', {
      Cors: { AllowOrigins: ['https://clinic.example'], AllowMethods: ['POST'], AllowHeaders: ['x-request'] },
    }),
    'every site, header and method with credentials is a finding': seen(
      subject('AWS::Lambda::Url', {
        Cors: { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'], AllowCredentials: true },
      }),
      'Properties.Cors.AllowOrigins.0',
      'Properties.Cors.AllowHeaders.0',
      'Properties.Cors.AllowMethods.0',
      'Properties.Cors.AllowCredentials',
    ),
    'a site without TLS is a finding': subject('AWS::Lambda::Url', {
      Cors: { AllowOrigins: ['https://a.example', 'http://b.example'] },
    }),
    'sites left to a parameter is unknown': subject('AWS::Lambda::Url', { Cors: { AllowOrigins: OPEN } }),
    'no CORS is not applicable': subject('AWS::Lambda::Url'),
  }),
  casesOf(deadLetterQueue, {
    'a queue is compliant': subject(
      FUNCTION,
      { DeadLetterConfig: { TargetArn: arn('Queue') } },
      {
        Queue: resource('AWS::SQS::Queue'),
      },
    ),
    'a destination on failure is compliant': subject(FUNCTION, {}, failing(ON_FAILURE)),
    'no queue is a finding': seen(subject(FUNCTION), 'Properties.DeadLetterConfig.TargetArn'),
    'a destination on success alone is a finding': subject(FUNCTION, {}, failing({})),
    'a destination that may not be there is a finding': subject(
      FUNCTION,
      {},
      failing(ON_FAILURE, { Condition: 'Maybe' }),
    ),
    'a queue left to a parameter is unknown': subject(FUNCTION, { DeadLetterConfig: { TargetArn: OPEN } }),
  }),
  casesOf(reservedConcurrency, {
    'a number is compliant': subject(FUNCTION, { ReservedConcurrentExecutions: 10 }),
    'none of its own is a finding': seen(subject(FUNCTION), 'Properties.ReservedConcurrentExecutions'),
    'a number left to a parameter is unknown': subject(FUNCTION, { ReservedConcurrentExecutions: OPEN }),
  }),
  casesOf(codeSigning, {
    'a signing configuration is compliant': subject(FUNCTION, { CodeSigningConfigArn: 'arn:aws:lambda:x' }),
    'no signing configuration is a finding': seen(subject(FUNCTION), 'Properties.CodeSigningConfigArn'),
    'a configuration that enforces is compliant': subject(SIGNING, {
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    }),
    'a configuration that warns is a finding': subject(SIGNING, {
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
    }),
    'a configuration without a policy is a finding': subject(SIGNING),
    'a configuration left to a parameter is unknown': subject(FUNCTION, { CodeSigningConfigArn: OPEN }),
    'an image is not applicable': subject(FUNCTION, { PackageType: 'Image' }),
  }),
  casesOf(runtimeSupported, {
    'Node.js 22 is compliant': subject(FUNCTION, { Runtime: 'nodejs22.x' }),
    'Node.js 18 is a finding': seen(subject(FUNCTION, { Runtime: 'nodejs18.x' }), 'Properties.Runtime'),
    'Python 3.6 is a finding': subject(FUNCTION, { Runtime: 'python3.6' }),
    'an old runtime in one branch is a finding': subject(FUNCTION, {
      Runtime: either('python3.13', 'python3.8'),
    }),
    'a runtime left to a parameter is unknown': subject(FUNCTION, { Runtime: OPEN }),
    'an image is not applicable': subject(FUNCTION, { PackageType: 'Image' }),
  }),
  casesOf(runtimeUpdates, {
    'updates by default is compliant': subject(FUNCTION),
    'updates with the function is compliant': subject(FUNCTION, {
      RuntimeManagementConfig: { UpdateRuntimeOn: 'FunctionUpdate' },
    }),
    'updates by hand is a finding': seen(
      subject(FUNCTION, { RuntimeManagementConfig: { UpdateRuntimeOn: 'Manual' } }),
      'Properties.RuntimeManagementConfig.UpdateRuntimeOn',
    ),
    'a version updated by hand is a finding': subject('AWS::Lambda::Version', {
      RuntimePolicy: { UpdateRuntimeOn: 'Manual' },
    }),
    'updates left to a parameter is unknown': subject(FUNCTION, {
      RuntimeManagementConfig: { UpdateRuntimeOn: OPEN },
    }),
  }),
  casesOf(tracing, {
    'active tracing is compliant': subject(FUNCTION, { TracingConfig: { Mode: 'Active' } }),
    'tracing passed through is a finding': seen(
      subject(FUNCTION, { TracingConfig: { Mode: 'PassThrough' } }),
      'Properties.TracingConfig.Mode',
    ),
    'no tracing is a finding': subject(FUNCTION),
    'tracing left to a parameter is unknown': subject(FUNCTION, { TracingConfig: { Mode: OPEN } }),
  }),
  casesOf(layersTrusted, {
    'a layer of the stack is compliant': subject(
      FUNCTION,
      { Layers: [ref('Layer')] },
      {
        Layer: resource('AWS::Lambda::LayerVersion'),
      },
    ),
    'a layer of this account is compliant': subject(FUNCTION, {
      Layers: [{ 'Fn::Sub': 'arn:aws:lambda:us-east-1:${AWS::AccountId}:layer:helper:1' }],
    }),
    'a layer of somebody else is a finding': seen(
      subject(
        FUNCTION,
        { Layers: [ref('Layer'), 'arn:aws:lambda:us-east-1:111122223333:layer:helper:1'] },
        {
          Layer: resource('AWS::Lambda::LayerVersion'),
        },
      ),
      'Properties.Layers.1',
    ),
    'a layer left to a parameter is unknown': subject(FUNCTION, { Layers: [OPEN] }),
    'no layers is not applicable': subject(FUNCTION),
  }),
  casesOf(eventSourceAuthenticated, {
    'a cluster with a password is compliant': subject(MAPPING, {
      SelfManagedEventSource: CLUSTER,
      SourceAccessConfigurations: [
        { Type: 'VPC_SUBNET' },
        { Type: 'SASL_SCRAM_512_AUTH', URI: ref('Secret') },
      ],
    }),
    'a cluster reached without credentials is a finding': seen(
      subject(MAPPING, {
        SelfManagedEventSource: CLUSTER,
        SourceAccessConfigurations: [{ Type: 'VPC_SUBNET' }],
      }),
      'Properties.SourceAccessConfigurations',
    ),
    'a cluster without access configuration is a finding': subject(MAPPING, {
      SelfManagedEventSource: CLUSTER,
    }),
    'access left to a parameter is unknown': subject(MAPPING, {
      SelfManagedEventSource: CLUSTER,
      SourceAccessConfigurations: OPEN,
    }),
    'a queue is not applicable': subject(MAPPING, { EventSourceArn: arn('Queue') }),
  }),
  casesOf(customerKey, {
    'code under a key of another stack is compliant': beside(
      subject(FUNCTION, { Code: { ...BUNDLE, SourceKMSKeyArn: FAR_KEY } }),
      FAR_STACK,
    ),
    'code without a key is a finding': seen(
      subject(FUNCTION, { Code: BUNDLE }),
      'Properties.Code.SourceKMSKeyArn',
    ),
    'state without a key is a finding': seen(
      subject(FUNCTION, { DurableConfig: { RetentionPeriodInDays: 1 } }),
      'Properties.DurableConfig.KMSKeyArn',
    ),
    'filters under a key is compliant': subject(MAPPING, { FilterCriteria: FILTERS, KmsKeyArn: 'alias/own' }),
    'filters without a key is a finding': subject(MAPPING, { FilterCriteria: FILTERS }),
    'a key left to a parameter is unknown': subject(MAPPING, { FilterCriteria: FILTERS, KmsKeyArn: OPEN }),
    'inline code is not applicable': subject(FUNCTION, { Code: { ZipFile: 'x' } }),
    'no filters is not applicable': subject(MAPPING),
  }),
  casesOf(roleMayLog, {
    'an inline policy is compliant': withRole({ Policies: [{ PolicyName: 'log', ...policy('logs:*') }] }),
    'a policy of AWS is compliant': withRole({
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
    }),
    'an attached policy is compliant': withRole(
      {},
      { Policy: resource('AWS::IAM::Policy', { Roles: [ref('Role')], ...policy('logs:*') }) },
    ),
    'a policy attached by name is compliant': withRole(
      { RoleName: 'redact' },
      { Policy: resource('AWS::IAM::Policy', { Roles: ['redact'], ...policy('logs:*') }) },
    ),
    'a managed policy of the stack is compliant': withRole(
      { ManagedPolicyArns: [ref('Policy')] },
      { Policy: resource('AWS::IAM::ManagedPolicy', policy('logs:*')) },
    ),
    'another policy of AWS is a finding': seen(
      withRole({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] }),
      'Properties.Role',
    ),
    'streams without events is a finding': withRole({
      Policies: [{ PolicyName: 'log', ...policy('logs:CreateLogStream') }],
    }),
    'a role left to a parameter is unknown': subject(FUNCTION, { Role: OPEN }),
  }),
  casesOf(durableRetention, {
    'two weeks is compliant': durable(14),
    'the default is compliant': subject(FUNCTION, { DurableConfig: { ExecutionTimeout: 60 } }),
    'a day less is a finding': seen(durable(13), 'Properties.DurableConfig.RetentionPeriodInDays'),
    'days left to a parameter is unknown': durable(OPEN),
  }),
  casesOf(eventSourceLogged, {
    'a level is compliant': polled({ LoggingConfig: { SystemLogLevel: 'INFO' } }),
    'nothing said is a finding': seen(polled({}), 'Properties.LoggingConfig.SystemLogLevel'),
    'a level left to a parameter is unknown': polled({ LoggingConfig: { SystemLogLevel: OPEN } }),
    'pollers on demand is not applicable': subject(MAPPING, { Topics: ['notes'] }),
    'a queue is not applicable': subject(MAPPING, { ProvisionedPollerConfig: { MinimumPollers: 2 } }),
  }),
  casesOf(permissionOrganization, {
    'an account of the organization is compliant': subject(PERMISSION, {
      Principal: '111122223333',
      PrincipalOrgID: 'o-1',
    }),
    'an account is a finding': seen(
      subject(PERMISSION, { Principal: '111122223333' }),
      'Properties.PrincipalOrgID',
    ),
    'a role of an account is a finding': subject(PERMISSION, {
      Principal: 'arn:aws:iam::111122223333:role/portal',
    }),
    'an account in one branch is a finding': subject(PERMISSION, {
      Principal: either('111122223333', ref('AWS::AccountId')),
    }),
    'a principal left to a parameter is unknown': subject(PERMISSION, { Principal: OPEN }),
    'the own account is not applicable': subject(PERMISSION, { Principal: ref('AWS::AccountId') }),
    'a service is not applicable': subject(PERMISSION, { Principal: 's3.amazonaws.com' }),
  }),
  casesOf(permissionSourceArn, {
    'a topic with its ARN is compliant': subject(PERMISSION, {
      Principal: 'sns.amazonaws.com',
      SourceArn: 'arn:aws:sns:us-east-1:111122223333:t',
    }),
    'all buckets of an account is a finding': seen(
      subject(PERMISSION, { Principal: 's3.amazonaws.com', SourceAccount: '111122223333' }),
      'Properties.SourceArn',
    ),
    'a source in one branch is a finding': subject(PERMISSION, {
      Principal: 'sns.amazonaws.com',
      SourceArn: either('arn:aws:sns:us-east-1:111122223333:t', NOTHING),
    }),
    'a principal left to a parameter is unknown': subject(PERMISSION, { Principal: OPEN }),
    'an account is not applicable': subject(PERMISSION, { Principal: '111122223333' }),
  }),
];
