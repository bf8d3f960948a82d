import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const lambda = (...lines: readonly string[]) => yaml('Function', 'Lambda::Function', ...lines);
const permission = (...lines: readonly string[]) =>
  yaml('Permission', 'Lambda::Permission', 'FunctionName: !Ref Function', ...lines);
const mapping = (...lines: readonly string[]) => yaml('Mapping', 'Lambda::EventSourceMapping', ...lines);
const role = (policy: string) =>
  yaml('Role', 'IAM::Role', `ManagedPolicyArns: ['arn:aws:iam::aws:policy/${policy}']`);
const PLAIN = lambda('Runtime: nodejs22.x');
const CALL = 'Action: lambda:InvokeFunction';
const CLUSTER = 'SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: [kafka.example.org:9094] } }';

export const lambdaExamples: Examples = {
  'lambda-code-signing': {
    bad: PLAIN,
    good: lambda('CodeSigningConfigArn: !Ref Signing').concat(
      yaml(
        'Signing',
        'Lambda::CodeSigningConfig',
        'CodeSigningPolicies: { UntrustedArtifactOnDeployment: Enforce }',
      ),
    ),
  },
  'lambda-customer-key': {
    bad: lambda('Code: { S3Bucket: code, S3Key: redact.zip }'),
    good: lambda('Code: { S3Bucket: code, S3Key: redact.zip, SourceKMSKeyArn: !GetAtt Key.Arn }').concat(
      KEY_IN_YAML,
    ),
  },
  'lambda-dead-letter-queue': {
    bad: PLAIN,
    good: lambda('DeadLetterConfig: { TargetArn: !GetAtt Queue.Arn }').concat(yaml('Queue', 'SQS::Queue')),
  },
  'lambda-environment-encrypted': {
    bad: lambda('Environment: { Variables: { MODE: redact } }'),
    good: lambda('Environment: { Variables: { MODE: redact } }', 'KmsKeyArn: !GetAtt Key.Arn').concat(
      KEY_IN_YAML,
    ),
  },
  'lambda-event-source-authenticated': {
    bad: mapping(CLUSTER),
    good: mapping(CLUSTER, 'SourceAccessConfigurations: [{ Type: SASL_SCRAM_512_AUTH, URI: !Ref Secret }]'),
  },
  'lambda-in-vpc': {
    bad: PLAIN,
    good: lambda('VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }'),
  },
  'lambda-layers-trusted': {
    bad: lambda("Layers: ['arn:aws:lambda:us-east-1:111122223333:layer:helper:1']"),
    good: lambda('Layers: [!Ref Layer]').concat(
      yaml('Layer', 'Lambda::LayerVersion', 'Content: { S3Bucket: code, S3Key: layer.zip }'),
    ),
  },
  'lambda-log-group-declared': {
    bad: PLAIN,
    good: lambda('LoggingConfig: { LogGroup: !Ref Group }').concat(yaml('Group', 'Logs::LogGroup')),
  },
  'lambda-not-public': {
    bad: permission(CALL, "Principal: '*'"),
    good: permission(CALL, "Principal: '111122223333'"),
  },
  'lambda-permission-action': {
    bad: permission('Action: lambda:*', "Principal: '111122223333'"),
    good: permission(CALL, "Principal: '111122223333'"),
  },
  'lambda-permission-names-principal': {
    bad: permission(CALL, "Principal: '*'", 'PrincipalOrgID: o-exampleorg'),
    good: permission(CALL, "Principal: '111122223333'"),
  },
  'lambda-permission-source': {
    bad: permission(CALL, 'Principal: s3.amazonaws.com', "SourceArn: 'arn:aws:s3:::notes'"),
    good: permission(
      CALL,
      'Principal: s3.amazonaws.com',
      "SourceArn: 'arn:aws:s3:::notes'",
      'SourceAccount: !Ref AWS::AccountId',
    ),
  },
  'lambda-reserved-concurrency': { bad: PLAIN, good: lambda('ReservedConcurrentExecutions: 10') },
  'lambda-role-may-log': {
    bad: lambda('Role: !GetAtt Role.Arn').concat(role('AmazonS3ReadOnlyAccess')),
    good: lambda('Role: !GetAtt Role.Arn').concat(role('service-role/AWSLambdaBasicExecutionRole')),
  },
  'lambda-runtime-supported': { bad: lambda('Runtime: nodejs16.x'), good: PLAIN },
  'lambda-runtime-updates': {
    bad: lambda('RuntimeManagementConfig: { UpdateRuntimeOn: Manual }'),
    good: lambda('RuntimeManagementConfig: { UpdateRuntimeOn: Auto }'),
  },
  'lambda-tracing': { bad: PLAIN, good: lambda('TracingConfig: { Mode: Active }') },
  'lambda-url-cors': {
    bad: yaml('Url', 'Lambda::Url', 'AuthType: AWS_IAM', "Cors: { AllowOrigins: ['*'] }"),
    good: yaml(
      'Url',
      'Lambda::Url',
      'AuthType: AWS_IAM',
      "Cors: { AllowOrigins: ['https://clinic.example'] }",
    ),
  },
  'lambda-durable-retention': {
    bad: lambda('DurableConfig: { ExecutionTimeout: 60, RetentionPeriodInDays: 1 }'),
    good: lambda('DurableConfig: { ExecutionTimeout: 60, RetentionPeriodInDays: 30 }'),
  },
  'lambda-event-source-logged': {
    bad: mapping('Topics: [notes]', 'ProvisionedPollerConfig: { MinimumPollers: 1 }'),
    good: mapping(
      'Topics: [notes]',
      'ProvisionedPollerConfig: { MinimumPollers: 1 }',
      'LoggingConfig: { SystemLogLevel: INFO }',
    ),
  },
  'lambda-permission-organization': {
    bad: permission(CALL, "Principal: '111122223333'"),
    good: permission(CALL, "Principal: '111122223333'", 'PrincipalOrgID: o-exampleorg'),
  },
  'lambda-permission-source-arn': {
    bad: permission(CALL, 'Principal: s3.amazonaws.com', 'SourceAccount: !Ref AWS::AccountId'),
    good: permission(
      CALL,
      'Principal: s3.amazonaws.com',
      "SourceArn: 'arn:aws:s3:::notes'",
      'SourceAccount: !Ref AWS::AccountId',
    ),
  },
};
