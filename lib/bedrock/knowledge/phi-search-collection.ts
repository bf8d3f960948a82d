import {
  aws_opensearchserverless as opensearch,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_iam as iam,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cloudFormationRoleArn } from '../../cloudformation-role';
import type { PromptClass } from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { ConfigurationError } from '../../errors';
import { requireDimension } from './embedding-model';
import {
  collectionStatement,
  FIELDS,
  indexMaker,
  indexSchema,
  INDEX_NAME,
  knowledgeBaseReader,
  networkRules,
  underKey,
} from './search-policies';
import { takenOnce } from './taken-once';
import type { IVectorStore, OpenedVectorStore } from './vector-store';

/** Source: CloudFormation template reference, AWS::OpenSearchServerless::Collection. */
const NAME = /^[a-z][a-z0-9-]{2,27}$/u;

/** Source: OpenSearch documentation, "k-NN vector", of the engine faiss. */
const MOST_DIMENSIONS = 16_000;

export interface PhiSearchCollectionProps {
  /** Unique in the account and Region: 3 to 28 of a-z, 0-9 and `-`, a letter first; nothing of a patient. */
  readonly name: string;
  /** Encrypts the collection, and cannot be changed later; it is used through `aoss`. */
  readonly encryptionKey: kms.IKey;
  /** What the documents behind the vectors hold. */
  readonly dataClass: PromptClass;
  /** How many numbers the embedding model makes: 1 to 16,000. */
  readonly dimension: number;
  /**
   * Ids of VPC endpoints that OpenSearch Serverless manages, for somebody who looks at the index from inside the network.
   * The knowledge base needs none.
   * @default - Bedrock alone reaches the collection
   */
  readonly sourceVpcEndpointIds?: readonly string[];
}

/**
 * Vectors on OpenSearch Serverless: a private collection with replicas under a customer-managed key, its index, and
 * policies that let Bedrock in, as the role of one knowledge base. There is no dashboard. It bills for a minimum of compute
 * units from the first hour on, used or not. Collection, index and policies outlive the stack.
 * Supports 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(e)(1) and 164.502(b).
 * @throws ConfigurationError `CollectionName` that OpenSearch Serverless would refuse; `VectorDimension` outside 1 to
 * 16,000; `VectorStoreTaken` by a second knowledge base
 */
export class PhiSearchCollection extends Construct implements IVectorStore {
  readonly dataClass: PromptClass;
  readonly dimension: number;
  readonly collection: opensearch.CfnCollection;
  readonly index: opensearch.CfnCollectionIndex;
  private readonly name: string;
  private readonly take = takenOnce(this);

  constructor(scope: Construct, id: string, props: PhiSearchCollectionProps) {
    super(scope, id);
    const { name, dimension } = props;
    if (!NAME.test(name))
      throw new ConfigurationError(
        this,
        'CollectionName',
        `name is '${name}'; give 3 to 28 of a-z, 0-9 and '-', a letter first`,
      );
    requireDimension(this, dimension, MOST_DIMENSIONS);
    this.name = name;
    this.dataClass = props.dataClass;
    this.dimension = dimension;
    const encryption = this.security('Encryption', 'encryption', underKey(name, props.encryptionKey.keyArn));
    const network = this.security('Network', 'network', networkRules(name, props.sourceVpcEndpointIds ?? []));
    this.collection = new opensearch.CfnCollection(this, 'Resource', {
      name,
      type: 'VECTORSEARCH',
      standbyReplicas: 'ENABLED',
      deletionProtection: 'ENABLED',
      description: 'Vectors of a knowledge base',
    });
    // without a key that is said beforehand a collection is refused; without a network policy nobody reaches it
    this.collection.node.addDependency(encryption, network);
    this.index = new opensearch.CfnCollectionIndex(this, 'Index', {
      id: this.collection.attrId,
      indexName: INDEX_NAME,
      indexSchema: JSON.stringify(indexSchema(dimension)),
    });
    this.index.node.addDependency(
      this.access('Deployment', 'dep', indexMaker(name, cloudFormationRoleArn(this))),
    );
    for (const kept of [this.collection, this.index])
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    Tags.of(this).add(TAGS.dataClass, props.dataClass, { priority: 200 });
  }

  openTo(role: iam.IRole): OpenedVectorStore {
    this.take();
    return {
      configuration: {
        type: 'OPENSEARCH_SERVERLESS',
        opensearchServerlessConfiguration: {
          collectionArn: this.collection.attrArn,
          vectorIndexName: INDEX_NAME,
          fieldMapping: {
            vectorField: FIELDS.vector,
            textField: FIELDS.text,
            metadataField: FIELDS.metadata,
          },
        },
      },
      statements: [collectionStatement(this.collection.attrArn)],
      dependencies: [this.index, this.access('Access', 'kb', knowledgeBaseReader(this.name, role.roleArn))],
    };
  }

  private security(id: string, type: string, policy: unknown): opensearch.CfnSecurityPolicy {
    return this.kept(
      new opensearch.CfnSecurityPolicy(this, id, {
        name: `${this.name}-${type.slice(0, 3)}`,
        type,
        policy: Stack.of(this).toJsonString(policy),
      }),
    );
  }

  private access(id: string, suffix: string, policy: unknown): opensearch.CfnAccessPolicy {
    return this.kept(
      new opensearch.CfnAccessPolicy(this, id, {
        name: `${this.name}-${suffix}`,
        type: 'data',
        policy: Stack.of(this).toJsonString(policy),
      }),
    );
  }

  /** A collection that stays needs its policies. */
  private kept<T extends opensearch.CfnSecurityPolicy | opensearch.CfnAccessPolicy>(policy: T): T {
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return policy;
  }
}
