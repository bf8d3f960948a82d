import type { Flow } from './network-map';

/** Two properties of a resource between which data flows. */
export interface Link {
  readonly kind: Flow['kind'];
  /**
   * Path of the property that names where data comes from, as in `placesOf` of the rules.
   * @default - the resource itself
   */
  readonly from?: string;
  /** @default - the resource itself */
  readonly to?: string;
  readonly what: string;
  /** Property that says the protocol. */
  readonly protocol?: string;
  /** True where a text in place of a resource is an address on the internet. */
  readonly isAddress?: true;
  /** Property that says that the other end belongs to another account. */
  readonly account?: string;
}

const event = (what: string, ends: Omit<Link, 'kind' | 'what'>): Link => ({ kind: 'event', what, ...ends });
const delivery = (what: string, ends: Omit<Link, 'kind' | 'what'>): Link => ({
  kind: 'delivery',
  what,
  ...ends,
});
const copies = (what: string, ends: Omit<Link, 'kind' | 'what'>): Link => ({
  kind: 'replication',
  what,
  ...ends,
});

const FIREHOSE_TO = [
  'ExtendedS3DestinationConfiguration.BucketARN',
  'S3DestinationConfiguration.BucketARN',
  'AmazonopensearchserviceDestinationConfiguration.DomainARN',
  'AmazonOpenSearchServerlessDestinationConfiguration.CollectionEndpoint',
  'RedshiftDestinationConfiguration.S3Configuration.BucketARN',
  'HttpEndpointDestinationConfiguration.S3Configuration.BucketARN',
];

/** Flows that one resource describes by itself. */
export const LINKS: Readonly<Record<string, readonly Link[]>> = {
  'AWS::S3::Bucket': [
    event('S3 event notification', { to: 'NotificationConfiguration.LambdaConfigurations[].Function' }),
    event('S3 event notification', { to: 'NotificationConfiguration.QueueConfigurations[].Queue' }),
    event('S3 event notification', { to: 'NotificationConfiguration.TopicConfigurations[].Topic' }),
    copies('S3 replication', {
      to: 'ReplicationConfiguration.Rules[].Destination.Bucket',
      account: 'ReplicationConfiguration.Rules[].Destination.Account',
    }),
    delivery('S3 server access log', { to: 'LoggingConfiguration.DestinationBucketName' }),
  ],
  // what the CDK writes for notifications of a bucket
  'Custom::S3BucketNotifications': [
    event('S3 event notification', {
      from: 'BucketName',
      to: 'NotificationConfiguration.LambdaFunctionConfigurations[].LambdaFunctionArn',
    }),
    event('S3 event notification', {
      from: 'BucketName',
      to: 'NotificationConfiguration.QueueConfigurations[].QueueArn',
    }),
    event('S3 event notification', {
      from: 'BucketName',
      to: 'NotificationConfiguration.TopicConfigurations[].TopicArn',
    }),
  ],
  'AWS::Events::Rule': [event('EventBridge rule', { from: 'EventBusName', to: 'Targets[].Arn' })],
  'AWS::Pipes::Pipe': [event('pipe', { from: 'Source' }), event('pipe', { to: 'Target' })],
  'AWS::Lambda::EventSourceMapping': [
    event('event source mapping', { from: 'EventSourceArn', to: 'FunctionName' }),
  ],
  'AWS::Lambda::EventInvokeConfig': [
    event('on success', { from: 'FunctionName', to: 'DestinationConfig.OnSuccess.Destination' }),
    event('on failure', { from: 'FunctionName', to: 'DestinationConfig.OnFailure.Destination' }),
  ],
  'AWS::Lambda::Function': [
    event('dead letters', { to: 'DeadLetterConfig.TargetArn' }),
    delivery('log of the function', { to: 'LoggingConfig.LogGroup' }),
  ],
  'AWS::SQS::Queue': [event('dead letters', { to: 'RedrivePolicy.deadLetterTargetArn' })],
  'AWS::SNS::Subscription': [
    event('SNS subscription', { from: 'TopicArn', to: 'Endpoint', protocol: 'Protocol', isAddress: true }),
  ],
  'AWS::Logs::SubscriptionFilter': [
    delivery('subscription filter', { from: 'LogGroupName', to: 'DestinationArn' }),
  ],
  'AWS::CloudTrail::Trail': [
    delivery('trail', { to: 'S3BucketName' }),
    delivery('trail', { to: 'CloudWatchLogsLogGroupArn' }),
  ],
  'AWS::EC2::FlowLog': [
    delivery('flow log', { from: 'ResourceId', to: 'LogGroupName' }),
    delivery('flow log', { from: 'ResourceId', to: 'LogDestination' }),
  ],
  'AWS::Route53Resolver::ResolverQueryLoggingConfig': [delivery('query log', { to: 'DestinationArn' })],
  'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation': [
    delivery('query log', { from: 'ResourceId', to: 'ResolverQueryLogConfigId' }),
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    delivery('delivery stream', { from: 'KinesisStreamSourceConfiguration.KinesisStreamARN' }),
    ...FIREHOSE_TO.map((to) => delivery('delivery stream', { to })),
    delivery('delivery stream to an HTTP endpoint', {
      to: 'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
      isAddress: true,
    }),
  ],
  'AWS::CloudWatch::MetricStream': [delivery('metric stream', { to: 'FirehoseArn' })],
  'AWS::DynamoDB::Table': [delivery('changes of the table', { to: 'KinesisStreamSpecification.StreamArn' })],
  'AWS::RDS::DBInstance': [copies('read replica', { from: 'SourceDBInstanceIdentifier' })],
  'AWS::RDS::DBCluster': [copies('replication', { from: 'ReplicationSourceIdentifier' })],
  'AWS::Backup::BackupPlan': [
    copies('copies of backups', {
      from: 'BackupPlan.BackupPlanRule[].TargetBackupVault',
      to: 'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn',
    }),
  ],
  'AWS::Bedrock::DataSource': [
    delivery('documents of the knowledge base', {
      from: 'DataSourceConfiguration.S3Configuration.BucketArn',
    }),
    delivery('documents of the knowledge base', { to: 'KnowledgeBaseId' }),
  ],
  'AWS::Bedrock::KnowledgeBase': [
    delivery('vectors', { to: 'StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn' }),
    delivery('vectors', { to: 'StorageConfiguration.S3VectorsConfiguration.IndexArn' }),
    delivery('vectors', { to: 'StorageConfiguration.S3VectorsConfiguration.VectorBucketArn' }),
    delivery('vectors', { to: 'StorageConfiguration.RdsConfiguration.ResourceArn' }),
  ],
  'AWS::Bedrock::Agent': [
    event('knowledge base of the agent', { to: 'KnowledgeBases[].KnowledgeBaseId' }),
    event('tool of the agent', { to: 'ActionGroups[].ActionGroupExecutor.Lambda' }),
    event('guardrail of the agent', { to: 'GuardrailConfiguration.GuardrailIdentifier' }),
  ],
  'AWS::ElasticLoadBalancingV2::Listener': [
    { kind: 'entry', from: 'LoadBalancerArn', to: 'DefaultActions[].TargetGroupArn', what: 'listener' },
  ],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    { kind: 'entry', to: 'Targets[].Id', what: 'targets', protocol: 'Protocol' },
  ],
  'AWS::ECS::Service': [
    { kind: 'entry', from: 'LoadBalancers[].TargetGroupArn', what: 'targets' },
    { kind: 'event', to: 'TaskDefinition', what: 'tasks of the service' },
  ],
  'AWS::Lambda::Url': [{ kind: 'entry', to: 'TargetFunctionArn', what: 'function URL' }],
};
