import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';
import { placesByType, type PlacesByType } from '../rules/cloudformation/places';
import { namedResources } from './named-resources';

/** Where routes name what they lead from and to. A route without a class of its own has none; a model's has NO_PHI. */
export const ROUTES: PlacesByType = {
  'AWS::Bedrock::Agent': ['KnowledgeBases[].KnowledgeBaseId', 'FoundationModel?'],
  'AWS::Bedrock::DataSource': ['KnowledgeBaseId', 'DataSourceConfiguration.S3Configuration?.BucketArn'],
  'AWS::Bedrock::Flow': [
    'Definition.Nodes[].Configuration.KnowledgeBase?.KnowledgeBaseId',
    'Definition.Nodes[].Configuration.Prompt?.SourceConfiguration.Inline?.ModelId',
  ],
  'AWS::Bedrock::KnowledgeBase': [
    'KnowledgeBaseConfiguration.KendraKnowledgeBaseConfiguration?.KendraIndexArn',
    'StorageConfiguration.OpensearchManagedClusterConfiguration?.DomainArn',
    'StorageConfiguration.OpensearchServerlessConfiguration?.CollectionArn',
    'StorageConfiguration.NeptuneAnalyticsConfiguration?.GraphArn',
    'StorageConfiguration.RdsConfiguration?.ResourceArn',
    'StorageConfiguration.S3VectorsConfiguration?.IndexArn?',
    'StorageConfiguration.S3VectorsConfiguration?.VectorBucketArn?',
  ],
  'AWS::DynamoDB::Table': ['KinesisStreamSpecification?.StreamArn'],
  'AWS::Kendra::DataSource': ['IndexId', 'DataSourceConfiguration.S3Configuration?.BucketName'],
  'AWS::KinesisFirehose::DeliveryStream': [
    'KinesisStreamSourceConfiguration?.KinesisStreamARN',
    'ExtendedS3DestinationConfiguration?.BucketARN',
    'S3DestinationConfiguration?.BucketARN',
  ],
  'AWS::Lambda::EventSourceMapping': ['EventSourceArn?', 'DestinationConfig?.OnFailure?.Destination?'],
  'AWS::Pipes::Pipe': ['Source', 'Target'],
  'AWS::S3::Bucket': ['ReplicationConfiguration?.Rules[].Destination.Bucket'],
  'AWS::SQS::Queue': ['RedrivePolicy?.deadLetterTargetArn'],
};

/** Something that a route leads from or to, and where it says so. */
export interface RouteEnd {
  readonly resource: Resource;
  readonly path: string;
}

/** The route itself, and what it joins. */
export function endsOf(route: Resource): readonly RouteEnd[] {
  return [
    { resource: route, path: 'Properties' },
    ...placesByType(route, ROUTES).flatMap((link) =>
      [...new Set(targetsOf(link, route.template))].map((resource) => ({
        resource: storeOf(resource),
        path: link.path,
      })),
    ),
  ];
}

function targetsOf(link: Property, from: Template): readonly Resource[] {
  const targets = link.targets();
  return targets.length > 0 ? targets : link.texts().flatMap((text) => namedResources(text, from) ?? []);
}

/** A vector index is in a bucket, whose class it has. */
function storeOf(resource: Resource): Resource {
  if (resource.type !== 'AWS::S3Vectors::Index') return resource;
  const [bucket] = ['VectorBucketArn', 'VectorBucketName'].flatMap((name) =>
    resource.property(name).targets(),
  );
  return bucket ?? resource;
}
