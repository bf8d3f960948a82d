/** How IAM lets somebody at what a store holds. */
export interface DataDoor {
  /** Service in ARNs of the store. */
  readonly service: string;
  /** What stands in those ARNs between account and name. */
  readonly prefix: string;
  /** The property in which the store gets its name, where ARNs have it. */
  readonly name: string | undefined;
  /** What reads or writes the data. Deleting moves none, and a log is written by whoever works. */
  readonly actions: readonly string[];
}

function door(arn: string, name: string | undefined, ...actions: readonly string[]): DataDoor {
  const colon = arn.indexOf(':');
  return { service: arn.slice(0, colon), prefix: arn.slice(colon + 1), name, actions };
}

const TABLE = door(
  'dynamodb:table/', 'TableName',
  'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:UpdateItem',
  'dynamodb:BatchWriteItem', 'dynamodb:PartiQLSelect', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate',
  'dynamodb:ExportTableToPointInTime', 'dynamodb:GetRecords',
); // prettier-ignore
const DOMAIN = door('es:domain/', 'DomainName', 'es:ESHttpGet', 'es:ESHttpPost', 'es:ESHttpPut');
const DATA_API = ['rds-data:ExecuteStatement', 'rds-data:BatchExecuteStatement'] as const;
const CONNECT = door('rds-db:dbuser:', undefined, 'rds-db:connect');
const TOPICS = door('kafka:topic/', undefined, 'kafka-cluster:ReadData', 'kafka-cluster:WriteData');

/**
 * Types of stores whose data IAM guards. What a password opens, as in a document database, no policy tells.
 * Source: Service Authorization Reference, of each service.
 */
export const DATA_DOORS: Readonly<Record<string, readonly DataDoor[]>> = {
  'AWS::Bedrock::KnowledgeBase': [
    door('bedrock:knowledge-base/', undefined, 'bedrock:Retrieve', 'bedrock:IngestKnowledgeBaseDocuments'),
  ],
  'AWS::BedrockAgentCore::Memory': [
    door(
      'bedrock-agentcore:memory/', undefined,
      'bedrock-agentcore:RetrieveMemoryRecords', 'bedrock-agentcore:ListEvents', 'bedrock-agentcore:GetEvent',
      'bedrock-agentcore:CreateEvent',
    ),
  ],
  'AWS::Cassandra::Table': [door('cassandra:/keyspace/', undefined, 'cassandra:Select', 'cassandra:Modify')],
  'AWS::DSQL::Cluster': [door('dsql:cluster/', undefined, 'dsql:DbConnect', 'dsql:DbConnectAdmin')],
  'AWS::DynamoDB::GlobalTable': [TABLE],
  'AWS::DynamoDB::Table': [TABLE],
  'AWS::EFS::FileSystem': [
    door('elasticfilesystem:file-system/', undefined, 'elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'),
  ],
  'AWS::ElastiCache::ReplicationGroup': [
    door('elasticache:replicationgroup:', 'ReplicationGroupId', 'elasticache:Connect'),
  ],
  'AWS::ElastiCache::ServerlessCache': [
    door('elasticache:serverlesscache:', 'ServerlessCacheName', 'elasticache:Connect'),
  ],
  'AWS::Elasticsearch::Domain': [DOMAIN],
  'AWS::HealthImaging::Datastore': [
    door(
      'medical-imaging:datastore/', undefined,
      'medical-imaging:GetImageFrame', 'medical-imaging:SearchImageSets', 'medical-imaging:StartDICOMImportJob',
    ),
  ],
  'AWS::HealthLake::FHIRDatastore': [
    door(
      'healthlake:datastore/', undefined,
      'healthlake:ReadResource', 'healthlake:SearchWithGet', 'healthlake:SearchWithPost', 'healthlake:CreateResource',
      'healthlake:UpdateResource', 'healthlake:StartFHIRExportJob', 'healthlake:StartFHIRImportJob',
    ),
  ],
  'AWS::Kendra::Index': [door('kendra:index/', undefined, 'kendra:Query', 'kendra:Retrieve', 'kendra:BatchPutDocument')],
  'AWS::Kinesis::Stream': [
    door(
      'kinesis:stream/', 'Name',
      'kinesis:GetRecords', 'kinesis:SubscribeToShard', 'kinesis:PutRecord', 'kinesis:PutRecords',
    ),
  ],
  'AWS::Logs::LogGroup': [
    door('logs:log-group:', 'LogGroupName', 'logs:GetLogEvents', 'logs:FilterLogEvents', 'logs:StartQuery', 'logs:Unmask'),
  ],
  'AWS::MSK::Cluster': [TOPICS],
  'AWS::MSK::ServerlessCluster': [TOPICS],
  'AWS::MemoryDB::Cluster': [door('memorydb:cluster/', 'ClusterName', 'memorydb:Connect')],
  'AWS::Neptune::DBCluster': [
    door('neptune-db:', undefined, 'neptune-db:ReadDataViaQuery', 'neptune-db:WriteDataViaQuery', 'neptune-db:connect'),
  ],
  'AWS::NeptuneGraph::Graph': [
    door('neptune-graph:graph/', undefined, 'neptune-graph:ReadDataViaQuery', 'neptune-graph:WriteDataViaQuery'),
  ],
  'AWS::Omics::SequenceStore': [
    door('omics:sequenceStore/', undefined, 'omics:GetReadSet', 'omics:StartReadSetImportJob', 'omics:UploadReadSetPart'),
  ],
  'AWS::OpenSearchServerless::Collection': [door('aoss:collection/', undefined, 'aoss:APIAccessAll')],
  'AWS::OpenSearchService::Domain': [DOMAIN],
  'AWS::RDS::DBCluster': [door('rds:cluster:', 'DBClusterIdentifier', ...DATA_API), CONNECT],
  'AWS::RDS::DBInstance': [CONNECT],
  'AWS::Redshift::Cluster': [
    door('redshift:cluster:', 'ClusterIdentifier', 'redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'),
  ],
  'AWS::S3::Bucket': [door('s3:', 'BucketName', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject')],
  'AWS::S3Express::DirectoryBucket': [door('s3express:bucket/', 'BucketName', 's3express:CreateSession')],
  'AWS::S3Tables::TableBucket': [
    door('s3tables:bucket/', 'TableBucketName', 's3tables:GetTableData', 's3tables:PutTableData'),
  ],
  'AWS::S3Vectors::VectorBucket': [
    door(
      's3vectors:bucket/', 'VectorBucketName',
      's3vectors:GetVectors', 's3vectors:QueryVectors', 's3vectors:ListVectors', 's3vectors:PutVectors',
    ),
  ],
  'AWS::SQS::Queue': [door('sqs:', 'QueueName', 'sqs:ReceiveMessage', 'sqs:SendMessage')],
  'AWS::SageMaker::FeatureGroup': [
    door('sagemaker:feature-group/', 'FeatureGroupName', 'sagemaker:GetRecord', 'sagemaker:PutRecord'),
  ],
  'AWS::Timestream::Table': [door('timestream:database/', undefined, 'timestream:Select', 'timestream:WriteRecords')],
}; // prettier-ignore
