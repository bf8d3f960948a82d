import {
  aws_iam as iam,
  aws_secretsmanager as secretsmanager,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { LEDGER_VARIABLES } from '../contract/ledger';
import { TAGS } from '../contract/tags';
import { requireOwnKey } from '../own-key-uploads';
import type { PhiFunctionPlace } from '../phi-function';
import { LedgerSealer } from './ledger-sealer';
import type { LedgerSigner } from './ledger-signer';
import type { LockedBucket } from './locked-bucket';
import { viaService } from './via-service';

export interface LedgerProps extends PhiFunctionPlace {
  /** Holds the records. It is the ledger's own: what is in it is in one chain or another. */
  readonly lockedBucket: LockedBucket;
  /** The key of that bucket, which whoever writes or reads has to be let use through S3. */
  readonly bucketKey: kms.IKey;
  readonly signer: LedgerSigner;
  /** Encrypts the secret of which digests are made; its policy must let Secrets Manager use it. */
  readonly secretKey: kms.IKey;
}

const AUDIT: DataClass = 'AUDIT';
/** Of letters, digits and punctuation: more than 256 bits of chance. */
const SECRET_LENGTH = 64;

/**
 * The record of every interaction with a model: hash-chained, signed, in a locked bucket. Records hold ids, counts and keyed
 * digests, and no text. A sealer closes what writers left open and writes checkpoints, so that a removed record shows; a
 * topic is told when a chain does not hold or nobody seals.
 *
 * Every object is written once: the bucket refuses an upload that does not ask for a name nobody wrote before. Verify with
 * `hipaa-ai ledger verify`.
 * Supports 45 CFR 164.312(b), 164.312(c)(1), 164.312(c)(2) and 164.528.
 */
export class Ledger extends Construct {
  /** Its text becomes the key of digests: who has it can tell whether a guess of a subject is right, so few may read it. */
  readonly digestSecret: secretsmanager.CfnSecret;
  readonly sealer: LedgerSealer;
  readonly #props: LedgerProps;

  constructor(scope: Construct, id: string, props: LedgerProps) {
    super(scope, id);
    this.#props = props;
    // the L2 would let everybody of the account take grants of the key
    this.digestSecret = new secretsmanager.CfnSecret(this, 'Digests', {
      description: 'Key of the digests in the ledger',
      kmsKeyId: props.secretKey.keyArn,
      generateSecretString: { passwordLength: SECRET_LENGTH, requireEachIncludedType: true },
    });
    // digests of the past are compared with it for as long as records are kept
    this.digestSecret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    protect(props.lockedBucket);
    requireOwnKey(props.lockedBucket.bucket, props.bucketKey.keyArn);
    this.sealer = new LedgerSealer(this, 'Sealer', props);
    Tags.of(this).add(TAGS.dataClass, AUDIT, { priority: 200 });
  }

  /** What a writer finds in its environment. */
  get variables(): Readonly<Record<string, string>> {
    return {
      [LEDGER_VARIABLES.bucket]: this.#props.lockedBucket.bucket.bucketName,
      [LEDGER_VARIABLES.signingKeyArn]: this.#props.signer.keyArn,
      [LEDGER_VARIABLES.digestSecretArn]: this.digestSecret.attrId,
    };
  }

  /** Lets a role append: write objects that are not there yet, read back what is, sign, and make digests. */
  grantAppend(grantee: iam.IGrantable): void {
    const { lockedBucket, bucketKey, signer } = this.#props;
    const grant = (actions: readonly string[], arn: string, service?: string) =>
      iam.Grant.addToPrincipal({
        grantee,
        actions: [...actions],
        resourceArns: [arn],
        // the keys may encrypt more than the ledger
        ...(service === undefined ? {} : { conditions: { StringEquals: viaService(service) } }),
      }).assertSuccess();
    // whether a lost answer was a yes is found out by reading what is there
    grant(['s3:GetObject', 's3:PutObject'], lockedBucket.bucket.arnForObjects('*'));
    grant(['kms:Decrypt', 'kms:GenerateDataKey'], bucketKey.keyArn, 's3');
    grant(['secretsmanager:GetSecretValue'], this.digestSecret.attrId);
    grant(['kms:Decrypt'], this.#props.secretKey.keyArn, 'secretsmanager');
    signer.grantSign(grantee).assertSuccess();
  }
}

/**
 * Without the header S3 would put another version over a record, and a lock does not keep anybody from putting a delete marker
 * over one. Source: S3 user guide, "Enforce conditional writes", "Managing delete markers with Object Lock".
 */
function protect({ bucket }: LockedBucket): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'EveryObjectIsWrittenOnce',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  );
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'NothingIsTakenAway',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: [
        's3:BypassGovernanceRetention',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:PutObjectLegalHold',
        's3:PutObjectRetention',
        // replication into this bucket puts versions and delete markers over what is there
        's3:ReplicateDelete',
        's3:ReplicateObject',
      ],
      resources: [bucket.arnForObjects('*')],
    }),
  );
}
