import {
  Aws,
  aws_iam as iam,
  aws_s3vectors as s3vectors,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { requireDimension } from './embedding-model';
import { takenOnce } from './taken-once';
import type { IVectorStore, OpenedVectorStore } from './vector-store';

/** Source: S3 user guide, "S3 Vectors limitations and restrictions". */
const MOST_DIMENSIONS = 4096;

/**
 * Where Bedrock keeps a chunk and what it knows of it. As filters they would be limited to 2 KB together, which a chunk of
 * text exceeds. Source: Bedrock user guide, "Prerequisites for using a vector store you created for a knowledge base".
 */
const STORED_TEXT = ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'];

/** Calls that read or change vectors. Source: service authorization reference, Amazon S3 Vectors. */
const VECTOR_CALLS = [
  's3vectors:DeleteVectors',
  's3vectors:GetVectors',
  's3vectors:ListVectors',
  's3vectors:PutVectors',
  's3vectors:QueryVectors',
];

export interface PhiVectorIndexProps {
  /**
   * Encrypts vectors and text, and cannot be changed later. It is used through `s3vectors`; an imported key must let
   * `indexing.s3vectors.amazonaws.com` decrypt.
   */
  readonly encryptionKey: kms.IKey;
  /** What the documents behind the vectors hold. */
  readonly dataClass: PromptClass;
  /** How many numbers the embedding model makes: 1 to 4096. */
  readonly dimension: number;
}

/**
 * Vectors on Amazon S3 Vectors: a vector bucket and one index under a customer-managed key, paid by use. Vectors can be
 * turned back into the text they stand for, and the text is stored beside them: so the bucket's policy denies whoever is
 * not the knowledge base every call that reads or writes them, whatever else they may do. Both outlive the stack.
 * Supports 45 CFR 164.312(a)(1), 164.312(a)(2)(iv) and 164.502(b).
 * @throws ConfigurationError `VectorDimension` outside 1 to 4096; `VectorStoreTaken` by a second knowledge base
 */
export class PhiVectorIndex extends Construct implements IVectorStore {
  readonly dataClass: PromptClass;
  readonly dimension: number;
  readonly vectorBucket: s3vectors.CfnVectorBucket;
  readonly index: s3vectors.CfnIndex;
  private readonly encryptionKey: kms.IKey;
  private readonly take = takenOnce(this);

  constructor(scope: Construct, id: string, props: PhiVectorIndexProps) {
    super(scope, id);
    requireDimension(this, props.dimension, MOST_DIMENSIONS);
    this.dataClass = props.dataClass;
    this.dimension = props.dimension;
    this.encryptionKey = props.encryptionKey;
    // allowed to do nothing: a key that was not made here keeps its policy
    props.encryptionKey.addToResourcePolicy(indexingStatement(), true);
    const encryptionConfiguration = { sseType: 'aws:kms', kmsKeyArn: props.encryptionKey.keyArn };
    this.vectorBucket = new s3vectors.CfnVectorBucket(this, 'Resource', { encryptionConfiguration });
    this.index = new s3vectors.CfnIndex(this, 'Index', {
      vectorBucketArn: this.vectorBucket.attrVectorBucketArn,
      dataType: 'float32',
      dimension: props.dimension,
      distanceMetric: 'cosine',
      encryptionConfiguration,
      metadataConfiguration: { nonFilterableMetadataKeys: STORED_TEXT },
    });
    for (const kept of [this.vectorBucket, this.index])
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    Tags.of(this).add(TAGS.dataClass, props.dataClass, { priority: 200 });
  }

  openTo(role: iam.IRole): OpenedVectorStore {
    this.take();
    const bucketArn = this.vectorBucket.attrVectorBucketArn;
    const policy = new s3vectors.CfnVectorBucketPolicy(this, 'Policy', {
      vectorBucketArn: bucketArn,
      policy: new iam.PolicyDocument({ statements: [nobodyButTheKnowledgeBase(bucketArn, role)] }),
    });
    policy.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return {
      configuration: { type: 'S3_VECTORS', s3VectorsConfiguration: { indexArn: this.index.attrIndexArn } },
      statements: [
        new iam.PolicyStatement({
          sid: 'UseItsVectors',
          // Source: Bedrock user guide, "Permissions to access your vector store in Amazon S3 Vectors"
          actions: [
            's3vectors:DeleteVectors',
            's3vectors:GetIndex',
            's3vectors:GetVectors',
            's3vectors:PutVectors',
            's3vectors:QueryVectors',
          ],
          resources: [this.index.attrIndexArn],
        }),
        new iam.PolicyStatement({
          sid: 'OpenItsVectors',
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [this.encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3vectors.${Aws.REGION}.amazonaws.com` } },
        }),
      ],
      dependencies: [policy],
    };
  }
}

/** S3 Vectors looks after its indexes by itself. Source: S3 user guide, "Data protection and encryption in S3 Vectors". */
function indexingStatement(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'S3VectorsKeepsItsIndexes',
    principals: [new iam.ServicePrincipal('indexing.s3vectors.amazonaws.com')],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      // a pattern: naming the bucket would tie the key to the stack of its user
      ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:s3vectors:${Aws.REGION}:${Aws.ACCOUNT_ID}:bucket/*` },
      'ForAnyValue:StringEquals': {
        'kms:EncryptionContextKeys': ['aws:s3vectors:arn', 'aws:s3vectors:resource-id'],
      },
    },
  });
}

function nobodyButTheKnowledgeBase(bucketArn: string, role: iam.IRole): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'NobodyButTheKnowledgeBase',
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: VECTOR_CALLS,
    resources: [`${bucketArn}/index/*`],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } },
  });
}
