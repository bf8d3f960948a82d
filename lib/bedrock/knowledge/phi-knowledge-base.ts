import { createHash } from 'node:crypto';
import {
  Aws,
  aws_bedrock as bedrock,
  aws_iam as iam,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_ec2 as ec2,
  type aws_kms as kms,
  type aws_logs as logs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { checkKnowledgeBase } from './check-knowledge-base';
import type { Chunking, ClassifiedBucket } from './documents';
import { toldDimension } from './embedding-model';
import { IngestionLog } from './ingestion-log';
import { KnowledgeBaseRole } from './knowledge-base-role';
import type { ModelAccess } from '../model-access';
import type { IVectorStore } from './vector-store';

/** What Bedrock takes when nothing is said. Source: Bedrock user guide, "How content chunking works for knowledge bases". */
const DEFAULT_CHUNKING: Chunking = { maxTokens: 300, overlapPercentage: 20 };

export interface PhiKnowledgeBaseProps {
  /** Unique in the account and Region: 1 to 90 letters, digits, `-` and `_`; nothing of a patient. */
  readonly name: string;
  /** What the documents hold. Bucket, store and embedding model must be of it, or approved for it. */
  readonly dataClass: PromptClass;
  readonly documents: ClassifiedBucket;
  /**
   * Below which documents are read, with a slash at the end.
   * @default - the whole bucket
   */
  readonly prefix?: string;
  readonly store: IVectorStore;
  readonly access: ModelAccess;
  /** One of the approved models that is called by itself, such as `amazon.titan-embed-text-v2:0`. */
  readonly embeddingModelId: string;
  /** Encrypts what Bedrock holds while it reads documents in; used through `bedrock` and `s3`. */
  readonly encryptionKey: kms.IKey;
  /** Encrypts the log group of ingestion; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** @default - chunks of 300 tokens, each repeating 20 percent of the one before */
  readonly chunking?: Chunking;
}

/**
 * A Bedrock knowledge base over documents of one data class in a bucket of this account: found by meaning, handed over as
 * chunks, never as an answer. Its role is taken for knowledge bases of this account only, reads those documents, embeds
 * with one approved model and uses one store. Documents are parsed by Bedrock itself, by no model. A vector goes when its
 * document goes; everything else outlives the stack. What was read in is logged.
 *
 * Only `grantRetrieve` lets somebody ask, through the private endpoint. Answers are written elsewhere, where a guardrail is
 * demanded: `bedrock:RetrieveAndGenerate` is one of the doors that stay closed.
 * Supports 45 CFR 164.312(a)(2)(iv), 164.312(b), 164.308(a)(4)(ii)(B) and 164.502(b).
 * @throws ConfigurationError `KnowledgeBaseName`, `KnowledgeBaseClass`, `KnowledgeBasePrefix`, `Chunking`,
 * `EmbeddingModel`, `EmbeddingRegion`, `EmbeddingProfile`, `EmbeddingDimension`, `VectorStoreTaken`
 */
export class PhiKnowledgeBase extends Construct {
  readonly dataClass: PromptClass;
  readonly knowledgeBase: bedrock.CfnKnowledgeBase;
  readonly dataSource: bedrock.CfnDataSource;
  readonly role: iam.Role;
  readonly log: IngestionLog;

  constructor(scope: Construct, id: string, props: PhiKnowledgeBaseProps) {
    super(scope, id);
    const { documents, store, prefix = '', chunking = DEFAULT_CHUNKING } = props;
    const modelId = checkKnowledgeBase(this, { ...props, prefix, chunking });
    const dimensions = toldDimension(this, modelId, store.dimension);
    this.dataClass = props.dataClass;
    const modelArn = `arn:${Aws.PARTITION}:bedrock:${Stack.of(this).region}::foundation-model/${modelId}`;
    const { role, permissions } = new KnowledgeBaseRole(this, 'Role', {
      documents,
      prefix,
      modelArn,
      ingestionKey: props.encryptionKey,
    });
    this.role = role;
    const opened = store.openTo(role);
    permissions.addStatements(...opened.statements);
    this.knowledgeBase = new bedrock.CfnKnowledgeBase(this, 'Resource', {
      name: `${props.name}-${madeOf(opened.configuration.type, modelId, store.dimension)}`,
      roleArn: role.roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn: modelArn,
          ...(dimensions === undefined
            ? {}
            : { embeddingModelConfiguration: { bedrockEmbeddingModelConfiguration: { dimensions } } }),
        },
      },
      storageConfiguration: opened.configuration,
    });
    this.knowledgeBase.node.addDependency(permissions, ...opened.dependencies);
    this.dataSource = new bedrock.CfnDataSource(this, 'Documents', {
      name: 'documents',
      knowledgeBaseId: this.knowledgeBase.attrKnowledgeBaseId,
      dataDeletionPolicy: 'DELETE',
      dataSourceConfiguration: {
        type: 'S3',
        s3Configuration: {
          bucketArn: documents.bucket.bucketArn,
          bucketOwnerAccountId: Aws.ACCOUNT_ID,
          ...(prefix === '' ? {} : { inclusionPrefixes: [prefix] }),
        },
      },
      serverSideEncryptionConfiguration: { kmsKeyArn: props.encryptionKey.keyArn },
      vectorIngestionConfiguration: {
        chunkingConfiguration: {
          chunkingStrategy: 'FIXED_SIZE',
          fixedSizeChunkingConfiguration: chunking,
        },
      },
    });
    for (const kept of [this.knowledgeBase, this.dataSource])
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.log = new IngestionLog(this, 'Log', { ...props, knowledgeBaseArn: this.knowledgeBaseArn });
    Tags.of(this).add(TAGS.dataClass, props.dataClass, { priority: 200 });
  }

  get knowledgeBaseArn(): string {
    return this.knowledgeBase.attrKnowledgeBaseArn;
  }

  /**
   * Lets somebody ask for chunks, and for nothing else of Bedrock.
   * @param endpoint the `bedrock-agent-runtime` interface endpoint
   */
  grantRetrieve(grantee: iam.IGrantable, endpoint: ec2.IVpcEndpoint): iam.Grant {
    return this.grant(grantee, endpoint, ['bedrock:Retrieve']);
  }

  /**
   * Lets somebody have documents read in, and see how far that is.
   * @param endpoint the `bedrock-agent` interface endpoint
   */
  grantIngestion(grantee: iam.IGrantable, endpoint: ec2.IVpcEndpoint): iam.Grant {
    return this.grant(grantee, endpoint, ['bedrock:GetIngestionJob', 'bedrock:StartIngestionJob']);
  }

  private grant(grantee: iam.IGrantable, endpoint: ec2.IVpcEndpoint, actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.knowledgeBaseArn],
      conditions: { StringEquals: { 'aws:SourceVpce': endpoint.vpcEndpointId } },
    });
  }
}

/** Another store or model makes another knowledge base, and the one that stays keeps its name. */
function madeOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}
