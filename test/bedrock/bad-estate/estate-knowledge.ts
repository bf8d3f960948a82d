import {
  Aws,
  aws_bedrock as bedrock,
  aws_iam as iam,
  aws_logs as logs,
  aws_opensearchserverless as search,
  type CfnResource,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TAGS } from '../../../lib/contract/tags';
import type { EstateModels } from './estate-models';

const MODEL = 'amazon.nova-lite-v1:0';
const COLLECTION = 'guidelines';

/** What works with models: an agent, a flow, and a knowledge base over a private collection. */
export class EstateKnowledge extends Construct {
  readonly agent: bedrock.CfnAgent;
  readonly flow: bedrock.CfnFlow;
  readonly network: search.CfnSecurityPolicy;
  readonly collection: search.CfnCollection;
  readonly base: bedrock.CfnKnowledgeBase;
  readonly source: bedrock.CfnDataSource;
  readonly delivery: logs.CfnDelivery;

  constructor(scope: Construct, id: string, models: EstateModels) {
    super(scope, id);
    const customerEncryptionKeyArn = models.encryptionKeyArn;
    const guardrailConfiguration = {
      guardrailIdentifier: models.guardrail.guardrail.attrGuardrailId,
      guardrailVersion: models.guardrail.version.attrVersion,
    };
    this.agent = new bedrock.CfnAgent(this, 'Agent', {
      agentName: 'appointments',
      agentResourceRoleArn: this.#role('AgentRole').roleArn,
      customerEncryptionKeyArn,
      foundationModel: MODEL,
      guardrailConfiguration,
      idleSessionTtlInSeconds: 900,
      instruction: 'Help people who work in the clinic to find a free appointment.',
    });
    this.flow = new bedrock.CfnFlow(this, 'Flow', {
      name: 'referral-letters',
      customerEncryptionKeyArn,
      executionRoleArn: this.#role('FlowRole').roleArn,
      definition: {
        nodes: [
          {
            name: 'Summarize',
            type: 'Prompt',
            configuration: {
              prompt: {
                guardrailConfiguration,
                sourceConfiguration: {
                  inline: {
                    modelId: MODEL,
                    templateType: 'TEXT',
                    templateConfiguration: { text: { text: 'Summarize: {{letter}}' } },
                  },
                },
              },
            },
          },
        ],
      },
    });
    this.network = this.#policy('Network', 'network', [
      {
        Rules: [{ ResourceType: 'collection', Resource: [`collection/${COLLECTION}`] }],
        AllowFromPublic: false,
        SourceServices: ['bedrock.amazonaws.com'],
      },
    ]);
    this.collection = this.#collection(customerEncryptionKeyArn);
    this.base = new bedrock.CfnKnowledgeBase(this, 'Base', {
      name: COLLECTION,
      roleArn: this.#role('BaseRole').roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
        },
      },
      storageConfiguration: {
        type: 'OPENSEARCH_SERVERLESS',
        opensearchServerlessConfiguration: {
          collectionArn: this.collection.attrArn,
          vectorIndexName: 'passages',
          fieldMapping: { metadataField: 'metadata', textField: 'text', vectorField: 'vector' },
        },
      },
      tags: { [TAGS.dataClass]: 'NO_PHI' },
    });
    this.source = new bedrock.CfnDataSource(this, 'Source', {
      name: COLLECTION,
      knowledgeBaseId: this.base.attrKnowledgeBaseId,
      dataDeletionPolicy: 'DELETE',
      serverSideEncryptionConfiguration: { kmsKeyArn: customerEncryptionKeyArn },
      dataSourceConfiguration: {
        type: 'S3',
        s3Configuration: {
          bucketArn: 'arn:aws:s3:::guidelines-of-the-clinic',
          bucketOwnerAccountId: Aws.ACCOUNT_ID,
        },
      },
    });
    this.delivery = this.#log(models.invocationLogGroupArn);
    keep(this.base);
    keep(this.source);
  }

  /** What the knowledge base reads in, beside what its models are told. */
  #log(destinationResourceArn: string): logs.CfnDelivery {
    const source = new logs.CfnDeliverySource(this, 'LogSource', {
      name: COLLECTION,
      logType: 'APPLICATION_LOGS',
      resourceArn: this.base.attrKnowledgeBaseArn,
    });
    const destination = new logs.CfnDeliveryDestination(this, 'LogDestination', {
      name: COLLECTION,
      destinationResourceArn,
    });
    return new logs.CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
    });
  }

  #role(id: string): iam.Role {
    return new iam.Role(this, id, {
      assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
  }

  #collection(kmsKeyArn: string): search.CfnCollection {
    const collection = new search.CfnCollection(this, 'Collection', {
      name: COLLECTION,
      type: 'VECTORSEARCH',
      standbyReplicas: 'ENABLED',
      tags: [{ key: TAGS.dataClass, value: 'NO_PHI' }],
    });
    collection.addPropertyOverride('DeletionProtection', 'ENABLED');
    collection.addPropertyOverride('EncryptionConfig', { AWSOwnedKey: false, KmsKeyArn: kmsKeyArn });
    collection.addResourceDependency(this.network);
    keep(collection);
    return collection;
  }

  #policy(id: string, type: string, policy: unknown): search.CfnSecurityPolicy {
    return new search.CfnSecurityPolicy(this, id, {
      name: `${COLLECTION}-${type}`,
      type,
      policy: JSON.stringify(policy),
    });
  }
}

function keep(resource: CfnResource): void {
  resource.addOverride('DeletionPolicy', 'RetainExceptOnCreate');
  resource.addOverride('UpdateReplacePolicy', 'Retain');
}
