import { aws_iam as iam } from 'aws-cdk-lib';

export const INDEX_NAME = 'documents';

/** Names that the console of Bedrock gives them. */
export const FIELDS = {
  vector: 'bedrock-knowledge-base-default-vector',
  text: 'AMAZON_BEDROCK_TEXT_CHUNK',
  metadata: 'AMAZON_BEDROCK_METADATA',
} as const;

/**
 * What Bedrock asks of an index. Source: Bedrock user guide, "Prerequisites for using a vector store you created for a
 * knowledge base", OpenSearch Serverless.
 */
export function indexSchema(dimension: number): unknown {
  return {
    settings: { index: { knn: true } },
    mappings: {
      properties: {
        [FIELDS.vector]: {
          type: 'knn_vector',
          dimension,
          method: { name: 'hnsw', engine: 'faiss', space_type: 'l2' },
        },
        [FIELDS.text]: { type: 'text' },
        [FIELDS.metadata]: { type: 'text', index: false },
      },
    },
  };
}

const onCollection = (name: string) => ({ ResourceType: 'collection', Resource: [`collection/${name}`] });
const onIndex = (name: string) => ({ ResourceType: 'index', Resource: [`index/${name}/${INDEX_NAME}`] });

export function underKey(name: string, keyArn: string): unknown {
  return { Rules: [onCollection(name)], AWSOwnedKey: false, KmsARN: keyArn };
}

/**
 * Dashboards have a resource type of their own, which is not here. Source: OpenSearch Service developer guide, "Network
 * access for Amazon OpenSearch Serverless".
 */
export function networkRules(name: string, vpcEndpointIds: readonly string[]): unknown {
  return [
    {
      Rules: [onCollection(name)],
      AllowFromPublic: false,
      SourceServices: ['bedrock.amazonaws.com'],
      ...(vpcEndpointIds.length === 0 ? {} : { SourceVPCEs: [...vpcEndpointIds] }),
    },
  ];
}

/** CloudFormation makes the index, and reads no document. */
export function indexMaker(name: string, roleArn: string): unknown {
  return [
    {
      Rules: [
        { ...onIndex(name), Permission: ['aoss:CreateIndex', 'aoss:DescribeIndex', 'aoss:UpdateIndex'] },
      ],
      Principal: [roleArn],
    },
  ];
}

/** Source: Bedrock user guide, "Set up security configurations for your knowledge base". */
export function knowledgeBaseReader(name: string, roleArn: string): unknown {
  return [
    {
      Rules: [
        { ...onCollection(name), Permission: ['aoss:DescribeCollectionItems'] },
        { ...onIndex(name), Permission: ['aoss:DescribeIndex', 'aoss:ReadDocument', 'aoss:WriteDocument'] },
      ],
      Principal: [roleArn],
    },
  ];
}

/** The one action of IAM for what the data access policy then decides. */
export function collectionStatement(collectionArn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'UseItsCollection',
    actions: ['aoss:APIAccessAll'],
    resources: [collectionArn],
  });
}
