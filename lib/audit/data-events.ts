import type { aws_cloudtrail as cloudtrail } from 'aws-cdk-lib';

/**
 * Bedrock's data-event resource types. Calls that CloudTrail counts as management events (InvokeModel, Converse) need
 * no selector; inference through the second endpoint, `bedrock-mantle`, is a data event. Source: CloudTrail user guide,
 * "Logging data events", table of resource types; read in documentation, not tried in an account.
 */
export const BEDROCK_DATA_EVENT_TYPES = [
  'AWS::Bedrock::AdvancedOptimizePromptJob',
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::AsyncInvoke',
  'AWS::Bedrock::AutomatedReasoningPolicy',
  'AWS::Bedrock::AutomatedReasoningPolicyVersion',
  'AWS::Bedrock::Blueprint',
  'AWS::Bedrock::DataAutomationInvocation',
  'AWS::Bedrock::DataAutomationProfile',
  'AWS::Bedrock::DataAutomationProject',
  'AWS::Bedrock::FlowAlias',
  'AWS::Bedrock::FlowExecution',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::InlineAgent',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Bedrock::Model',
  'AWS::Bedrock::PromptVersion',
  'AWS::Bedrock::Session',
  'AWS::Bedrock::Tool',
  'AWS::BedrockMantle::Project',
] as const;

/**
 * Services whose calls through VPC endpoints CloudTrail can record. A call that the policy of an endpoint refused never
 * reaches the service, so no other event tells of it. Source: CloudTrail user guide, "Logging network activity events"; read
 * in documentation, not tried in an account.
 */
export const NETWORK_EVENT_SOURCES = ['bedrock', 'kms', 'lambda', 's3', 'secretsmanager'] as const;

const equals = (field: string, ...values: string[]): cloudtrail.CfnTrail.AdvancedFieldSelectorProperty => ({
  field,
  equalTo: values,
});

/**
 * What the trail records: every management event, every S3 object, DynamoDB item and Lambda call, every Bedrock data event, and
 * what endpoints refused.
 * @param excludedBucketArns buckets the trail itself causes writes in; recording those would never end
 */
export function advancedEventSelectors(
  excludedBucketArns: readonly string[],
): cloudtrail.CfnTrail.AdvancedEventSelectorProperty[] {
  const data = equals('eventCategory', 'Data');
  return [
    { name: 'Management events', fieldSelectors: [equals('eventCategory', 'Management')] },
    {
      name: 'S3 objects',
      fieldSelectors: [
        data,
        equals('resources.type', 'AWS::S3::Object'),
        { field: 'resources.ARN', notStartsWith: excludedBucketArns.map((bucketArn) => `${bucketArn}/`) },
      ],
    },
    { name: 'DynamoDB items', fieldSelectors: [data, equals('resources.type', 'AWS::DynamoDB::Table')] },
    { name: 'Lambda functions', fieldSelectors: [data, equals('resources.type', 'AWS::Lambda::Function')] },
    ...BEDROCK_DATA_EVENT_TYPES.map((type) => ({
      name: type.replaceAll('::', ' '),
      fieldSelectors: [data, equals('resources.type', type)],
    })),
    ...NETWORK_EVENT_SOURCES.map((service) => ({
      name: `Refused at the endpoint of ${service}`,
      fieldSelectors: [
        equals('eventCategory', 'NetworkActivity'),
        equals('eventSource', `${service}.amazonaws.com`),
        equals('errorCode', 'VpceAccessDenied'),
      ],
    })),
  ];
}
