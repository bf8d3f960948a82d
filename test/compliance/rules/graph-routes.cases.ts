import { routeInOneZone } from '../../../lib/compliance/rules/graph/route-in-one-zone';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  ref,
  resource,
  seen,
  stack,
  subject,
  type RuleCases,
  type Scenario,
} from '../../support/judge-template';

const CLASS = 'hipaa-ai:data-class';
const of = (dataClass: Json, more: JsonObject = {}) => ({
  Tags: [{ Key: CLASS, Value: dataClass }],
  ...more,
});
const STORES: JsonObject = {
  Records: resource('AWS::S3::Bucket', of('PHI')),
  Published: resource('AWS::S3::Bucket', of('NO_PHI')),
};
const queue = (dataClass: Json, target: Json): Scenario =>
  subject('AWS::SQS::Queue', of(dataClass, { RedrivePolicy: { deadLetterTargetArn: target } }), {
    Same: resource('AWS::SQS::Queue', of('PHI')),
    Other: resource('AWS::SQS::Queue', of('NO_PHI')),
    Either: resource('AWS::SQS::Queue', of(either('PHI', 'NO_PHI'))),
  });
const BASES: JsonObject = {
  Charts: resource('AWS::Bedrock::KnowledgeBase', { Tags: { [CLASS]: 'PHI' } }),
  Manuals: resource('AWS::Bedrock::KnowledgeBase', { Tags: { [CLASS]: 'NO_PHI' } }),
};
const base = (id: string): JsonObject => ({ 'Fn::GetAtt': [id, 'KnowledgeBaseId'] });
const agent = (properties: JsonObject, ...bases: readonly string[]): Scenario =>
  subject(
    'AWS::Bedrock::Agent',
    { ...properties, KnowledgeBases: bases.map((id) => ({ KnowledgeBaseId: base(id) })) },
    { ...BASES, Profile: resource('AWS::Bedrock::ApplicationInferenceProfile') },
  );
const PHI_ROUTE = { Tags: { [CLASS]: 'PHI' } };

export const graphRouteCases: readonly RuleCases[] = [
  casesOf(routeInOneZone, {
    'letters that could not be delivered, in the same class, is compliant': queue('PHI', arn('Same')),
    'letters that could not be delivered, in another class, is a finding': seen(
      queue('PHI', arn('Other')),
      'Properties.RedrivePolicy.deadLetterTargetArn',
    ),
    'an agent that is told what it gets is compliant': agent(
      { ...PHI_ROUTE, FoundationModel: 'm' },
      'Charts',
    ),
    'an agent of both sides is a finding': agent(PHI_ROUTE, 'Charts', 'Manuals'),
    'an agent without a class that gets PHI is a finding': seen(
      agent({}, 'Charts'),
      'Properties.KnowledgeBases.0.KnowledgeBaseId',
    ),
    'an agent without a class that gets none is compliant': agent({}, 'Manuals'),
    'an agent with PHI through a profile for none is a finding': seen(
      agent(
        { ...PHI_ROUTE, FoundationModel: { 'Fn::GetAtt': ['Profile', 'InferenceProfileArn'] } },
        'Charts',
      ),
      'Properties.FoundationModel',
    ),
    'a flow without a class that gets PHI is a finding': subject(
      'AWS::Bedrock::Flow',
      { Definition: { Nodes: [{ Configuration: { KnowledgeBase: { KnowledgeBaseId: base('Charts') } } }] } },
      BASES,
    ),
    'a source of PHI for a base of none is a finding': subject(
      'AWS::Bedrock::DataSource',
      {
        KnowledgeBaseId: base('Manuals'),
        DataSourceConfiguration: { S3Configuration: { BucketArn: arn('Records') } },
      },
      { ...BASES, ...STORES },
    ),
    'a base whose vectors are in a bucket of another class is a finding': subject(
      'AWS::Bedrock::KnowledgeBase',
      {
        Tags: { [CLASS]: 'PHI' },
        StorageConfiguration: {
          S3VectorsConfiguration: { IndexArn: { 'Fn::GetAtt': ['Index', 'IndexArn'] } },
        },
      },
      {
        Index: resource('AWS::S3Vectors::Index', { VectorBucketArn: ref('Vectors') }),
        Vectors: resource('AWS::S3Vectors::VectorBucket', of('NO_PHI')),
      },
    ),
    'an index of PHI for all is a finding': subject(
      'AWS::Kendra::DataSource',
      {
        IndexId: ref('Index'),
        DataSourceConfiguration: { S3Configuration: { BucketName: ref('Records') } },
      },
      { ...STORES, Index: resource('AWS::Kendra::Index', of('NO_PHI')) },
    ),
    'a delivery of PHI to a bucket for none is a finding': subject(
      'AWS::KinesisFirehose::DeliveryStream',
      {
        KinesisStreamSourceConfiguration: { KinesisStreamARN: arn('Stream') },
        ExtendedS3DestinationConfiguration: { BucketARN: arn('Published') },
      },
      { ...STORES, Stream: resource('AWS::Kinesis::Stream', of('PHI')) },
    ),
    'a delivery without a class of its own is compliant': subject(
      'AWS::KinesisFirehose::DeliveryStream',
      { ExtendedS3DestinationConfiguration: { BucketARN: arn('Records') } },
      STORES,
    ),
    'a replica of another class is a finding': subject(
      'AWS::S3::Bucket',
      of('PHI', { ReplicationConfiguration: { Rules: [{ Destination: { Bucket: arn('Published') } }] } }),
      STORES,
    ),
    'changes of a table in a stream of another class is a finding': subject(
      'AWS::DynamoDB::Table',
      of('PHI', { KinesisStreamSpecification: { StreamArn: arn('Stream') } }),
      { Stream: resource('AWS::Kinesis::Stream', of('DEIDENTIFIED')) },
    ),
    'what a function could not take, in another class, is a finding': subject(
      'AWS::Lambda::EventSourceMapping',
      {
        EventSourceArn: arn('Stream'),
        DestinationConfig: { OnFailure: { Destination: arn('Failed') } },
      },
      {
        Stream: resource('AWS::Kinesis::Stream', of('PHI')),
        Failed: resource('AWS::SQS::Queue', of('NO_PHI')),
      },
    ),
    'a pipe from one side to the other is a finding': subject(
      'AWS::Pipes::Pipe',
      { Source: arn('Stream'), Target: { 'Fn::Sub': '${Failed.Arn}' } },
      {
        Stream: resource('AWS::Kinesis::Stream', of('PHI')),
        Failed: resource('AWS::SQS::Queue', of('NO_PHI')),
      },
    ),
    'letters that could not be delivered, in a class that conditions choose, is unknown': queue(
      'PHI',
      arn('Either'),
    ),
    'a queue of logs is not applicable': queue('LOG', NOTHING),
    'a queue without a class is not applicable': stack({ Subject: resource('AWS::SQS::Queue') }),
  }),
];
