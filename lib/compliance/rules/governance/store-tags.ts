import type { PlacesByType } from '../cloudformation/places';

/** Stores that may hold PHI, with the name of their tags. */
export const STORE_TAGS: PlacesByType = {
  'AWS::Bedrock::KnowledgeBase': ['Tags'],
  'AWS::DocDB::DBCluster': ['Tags'],
  'AWS::DynamoDB::Table': ['Tags'],
  'AWS::EFS::FileSystem': ['FileSystemTags'],
  'AWS::HealthImaging::Datastore': ['Tags'],
  'AWS::HealthLake::FHIRDatastore': ['Tags'],
  'AWS::Kendra::Index': ['Tags'],
  'AWS::Neptune::DBCluster': ['Tags'],
  'AWS::Omics::SequenceStore': ['Tags'],
  'AWS::OpenSearchServerless::Collection': ['Tags'],
  'AWS::OpenSearchService::Domain': ['Tags'],
  'AWS::RDS::DBCluster': ['Tags'],
  'AWS::RDS::DBInstance': ['Tags'],
  'AWS::Redshift::Cluster': ['Tags'],
  'AWS::S3::Bucket': ['Tags'],
};
