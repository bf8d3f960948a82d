import type { PlacesByType } from '../cloudformation/places';

/** Properties that send data to another Region, or take it from one: its name, or an ARN that has it. */
export const REGION_PLACES: PlacesByType = {
  'AWS::Backup::BackupPlan': ['BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn'],
  'AWS::Cassandra::Keyspace': ['ReplicationSpecification.RegionList[]'],
  'AWS::Cassandra::Table': ['ReplicaSpecifications[].Region'],
  'AWS::CloudFormation::StackSet': ['StackInstancesGroup[].Regions[]'],
  'AWS::Cognito::UserPoolReplica': ['RegionName'],
  'AWS::DLM::LifecyclePolicy': [
    'CrossRegionCopyTargets[].TargetRegion',
    'PolicyDetails?.Actions[].CrossRegionCopy[].Target',
    'PolicyDetails?.CrossRegionCopyTargets[].TargetRegion',
    'PolicyDetails?.Schedules[].CrossRegionCopyRules[].Target?',
    'PolicyDetails?.Schedules[].CrossRegionCopyRules[].TargetRegion?',
  ],
  'AWS::DSQL::Cluster': ['MultiRegionProperties?.WitnessRegion?', 'MultiRegionProperties?.Clusters[]'],
  'AWS::DynamoDB::GlobalTable': ['Replicas[].Region', 'GlobalTableWitnesses[].Region'],
  'AWS::EC2::TransitGatewayPeeringAttachment': ['PeerRegion'],
  'AWS::EC2::VPCPeeringConnection': ['PeerRegion?'],
  'AWS::ECR::ReplicationConfiguration': ['ReplicationConfiguration.Rules[].Destinations[].Region'],
  'AWS::EFS::FileSystem': ['ReplicationConfiguration.ReplicationDestinations[].Region?'],
  'AWS::ElastiCache::GlobalReplicationGroup': [
    'Members[].ReplicationGroupRegion?',
    'RegionalConfigurations[].ReplicationGroupRegion?',
  ],
  'AWS::Events::Endpoint': ['EventBuses[].EventBusArn'],
  'AWS::KMS::ReplicaKey': ['PrimaryKeyArn'],
  'AWS::Lex::Bot': ['Replication?.ReplicaRegions[]'],
  'AWS::MSK::Replicator': ['KafkaClusters[].AmazonMskCluster?.MskClusterArn'],
  'AWS::RDS::DBCluster': ['SourceRegion?'],
  'AWS::RDS::DBInstance': ['AutomaticBackupReplicationRegion?', 'SourceRegion?'],
  'AWS::Redshift::Cluster': ['DestinationRegion?'],
  'AWS::S3Tables::TableBucket': [
    'ReplicationConfiguration?.Rules[].Destinations[].DestinationTableBucketARN',
  ],
  'AWS::SES::MultiRegionEndpoint': ['Details.RouteDetails[].Region'],
  'AWS::SSM::ResourceDataSync': ['BucketRegion?', 'S3Destination?.BucketRegion?'],
  'AWS::SSMIncidents::ReplicationSet': ['Regions[].RegionName'],
  'AWS::SecretsManager::Secret': ['ReplicaRegions[].Region'],
  // what Table of the CDK makes for its replicas
  'Custom::DynamoDBReplica': ['Region'],
};

/** Sources of copies: an ARN for another Region, a plain name in the own one. */
export const SOURCE_PLACES: PlacesByType = {
  'AWS::DocDB::GlobalCluster': ['SourceDBClusterIdentifier?'],
  'AWS::RDS::DBCluster': ['ReplicationSourceIdentifier?', 'SourceDBClusterIdentifier?'],
  'AWS::RDS::DBInstance': ['SourceDBInstanceIdentifier?', 'SourceDBInstanceAutomatedBackupsArn?'],
  'AWS::RDS::GlobalCluster': ['SourceDBClusterIdentifier?'],
};

/** Members that name a bucket which gets a copy: neither names nor ARNs of buckets have a Region. */
export const BUCKET_PLACES: PlacesByType = {
  'AWS::S3::Bucket': ['ReplicationConfiguration?.Rules[].Destination'],
  'AWS::S3::MultiRegionAccessPoint': ['Regions[]'],
};
