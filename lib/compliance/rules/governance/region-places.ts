import type { PlacesByType } from '../cloudformation/places';

/** Properties that send data to another Region. */
export const REGION_PLACES: PlacesByType = {
  'AWS::Backup::BackupPlan': ['BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn'],
  'AWS::Cassandra::Keyspace': ['ReplicationSpecification.RegionList[]'],
  'AWS::CloudFormation::StackSet': ['StackInstancesGroup[].Regions[]'],
  'AWS::Cognito::UserPoolReplica': ['RegionName'],
  'AWS::DynamoDB::GlobalTable': ['Replicas[].Region'],
  'AWS::ECR::ReplicationConfiguration': ['ReplicationConfiguration.Rules[].Destinations[].Region'],
  'AWS::EFS::FileSystem': ['ReplicationConfiguration.ReplicationDestinations[].Region?'],
  'AWS::Lex::Bot': ['Replication?.ReplicaRegions[]'],
  'AWS::RDS::DBInstance': ['AutomaticBackupReplicationRegion?'],
  'AWS::Redshift::Cluster': ['DestinationRegion?'],
  'AWS::SecretsManager::Secret': ['ReplicaRegions[].Region'],
  'AWS::SSM::ResourceDataSync': ['BucketRegion?', 'S3Destination?.BucketRegion?'],
  'AWS::SSMIncidents::ReplicationSet': ['Regions[].RegionName'],
};
