import { aws_iam as iam, Duration, type aws_kms as kms, type aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BODY_PURPOSES, GATEWAY_STATE_PREFIX } from '../contract/gateway';

/** Days for which claims and answers that wait are kept: longer than anybody repeats a request, or decides on an answer. */
const STATE_DAYS = 35;

type Purpose = (typeof BODY_PURPOSES)[keyof typeof BODY_PURPOSES];

export interface GatewayBodiesProps {
  /** A bucket fit for PHI, such as that of `PhiBucket`; for the gateway alone. */
  readonly bucket: s3.Bucket;
  /**
   * Seals the bodies, and encrypts the bucket. Its policy must let users call it directly for the purposes of
   * `BODY_PURPOSES`; see `bodyKeyUses`.
   */
  readonly encryptionKey: kms.IKey;
  /** For how many days bodies are kept, each number once; from the use cases. */
  readonly retentionDays: readonly number[];
}

/**
 * Where prompts as sent and answers are kept, sealed, each for its use case and request. Who may open what is told by the
 * purpose that KMS sees: the gateway opens its own replies and nothing else, reviewers open exchanges, and few what tokens
 * stand for. Supports 45 CFR 164.312(a)(2)(iv) and 164.502(b).
 */
export class GatewayBodies extends Construct {
  readonly bucket: s3.Bucket;
  readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, { bucket, encryptionKey, retentionDays }: GatewayBodiesProps) {
    super(scope, id);
    this.bucket = bucket;
    this.encryptionKey = encryptionKey;
    const expiries = [
      ...[...new Set(retentionDays)].toSorted((a, b) => a - b).map((days) => [`${days}d/`, days] as const),
      [GATEWAY_STATE_PREFIX, STATE_DAYS] as const,
    ];
    for (const [prefix, days] of expiries) {
      bucket.addLifecycleRule({
        id: `Expire${prefix.replace('/', '')}`,
        prefix,
        expiration: Duration.days(days),
        // what was deleted by hand can be had back for a while
        noncurrentVersionExpiration: Duration.days(30),
      });
    }
  }

  /** What the gateway needs: seal everything, open its own replies, keep claims. */
  get gatewayStatements(): readonly iam.PolicyStatement[] {
    const { bucket, encryptionKey } = this;
    return [
      new iam.PolicyStatement({
        sid: 'KeepBodies',
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [bucket.arnForObjects('*')],
      }),
      new iam.PolicyStatement({
        sid: 'FindClaims',
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${GATEWAY_STATE_PREFIX}*` } },
      }),
      directly('SealBodies', ['kms:GenerateDataKey'], encryptionKey, Object.values(BODY_PURPOSES)),
      directly('OpenReplies', ['kms:Decrypt'], encryptionKey, [BODY_PURPOSES.reply]),
      new iam.PolicyStatement({
        sid: 'UseTheKeyOfTheBodies',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [encryptionKey.keyArn],
        conditions: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
      }),
    ];
  }

  /** Lets a role read what was asked and answered. It cannot tell what tokens stand for. */
  grantReview(grantee: iam.IGrantable): void {
    this.#grantRead(grantee, BODY_PURPOSES.body, 'body');
  }

  /** Lets a role read what tokens stand for. */
  grantReidentify(grantee: iam.IGrantable): void {
    this.#grantRead(grantee, BODY_PURPOSES.tokens, 'tokens');
  }

  /** @param name by which keys of such objects end: claims and task tokens are nothing for readers */
  #grantRead(grantee: iam.IGrantable, purpose: Purpose, name: string): void {
    for (const statement of [
      new iam.PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects(`*/${name}`)],
      }),
      directly(undefined, ['kms:Decrypt'], this.encryptionKey, [purpose]),
      new iam.PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [this.encryptionKey.keyArn],
        conditions: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
      }),
    ])
      grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }
}

function directly(
  sid: string | undefined,
  actions: readonly string[],
  key: kms.IKey,
  purposes: readonly Purpose[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    ...(sid === undefined ? {} : { sid }),
    actions: [...actions],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:EncryptionContext:purpose': [...purposes] } },
  });
}
