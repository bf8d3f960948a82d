import { Aws, aws_iam as iam, RemovalPolicy, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CLOSED_DOORS } from '../doors';
import { INVOKE_ACTIONS } from '../invoke-actions';
import type { ClassifiedBucket } from './documents';

export interface KnowledgeBaseRoleProps {
  readonly documents: ClassifiedBucket;
  /** Below which the documents are; with a slash at the end, or empty. */
  readonly prefix: string;
  /** Of the embedding model, in this Region. */
  readonly modelArn: string;
  /** Encrypts what Bedrock holds while it reads documents in. */
  readonly ingestionKey: kms.IKey;
}

/**
 * The role that Bedrock takes for knowledge bases of this account and Region. It reads the documents and one embedding
 * model turns them into vectors: no other model, whoever widens it. The condition on the guardrail has no place here, as
 * Bedrock applies none to embeddings. Supports 45 CFR 164.308(a)(4)(ii)(B) and 164.502(b).
 */
export class KnowledgeBaseRole extends Construct {
  readonly role: iam.Role;
  /** Complete once the store was opened. */
  readonly permissions: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, props: KnowledgeBaseRoleProps) {
    super(scope, id);
    const { bucket, encryptionKey } = props.documents;
    const own = { StringEquals: { 'aws:ResourceAccount': Aws.ACCOUNT_ID } };
    this.role = new iam.Role(this, 'Resource', {
      // the id is known only when the role is there
      assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com').withConditions({
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: {
          'aws:SourceArn': `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:knowledge-base/*`,
        },
      }),
      description: 'Reads documents, embeds them and looks after their vectors',
    });
    this.permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          sid: 'EmbedWithOneModel',
          actions: ['bedrock:InvokeModel'],
          resources: [props.modelArn],
        }),
        new iam.PolicyStatement({
          sid: 'NoOtherModel',
          effect: iam.Effect.DENY,
          actions: [...INVOKE_ACTIONS],
          notResources: [props.modelArn],
        }),
        new iam.PolicyStatement({
          sid: 'NoOtherDoor',
          effect: iam.Effect.DENY,
          actions: CLOSED_DOORS.flatMap(({ actions }) => actions),
          resources: ['*'],
        }),
        new iam.PolicyStatement({
          sid: 'ListDocuments',
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
          conditions: props.prefix === '' ? own : { ...own, StringLike: { 's3:prefix': `${props.prefix}*` } },
        }),
        new iam.PolicyStatement({
          sid: 'ReadDocuments',
          actions: ['s3:GetObject'],
          resources: [bucket.arnForObjects(`${props.prefix}*`)],
          conditions: own,
        }),
        through('OpenDocuments', ['kms:Decrypt'], encryptionKey, ['s3']),
        through('KeepWhatIsReadIn', ['kms:Decrypt', 'kms:GenerateDataKey'], props.ingestionKey, [
          'bedrock',
          's3',
        ]),
      ],
    });
    // a knowledge base that stays needs them
    for (const kept of [this.role, this.permissions])
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}

function through(
  sid: string,
  actions: readonly string[],
  key: kms.IKey,
  services: readonly string[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    actions: [...actions],
    resources: [key.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': services.map((service) => `${service}.${Aws.REGION}.amazonaws.com`) },
    },
  });
}
