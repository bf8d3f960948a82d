import {
  Aws,
  aws_dynamodb as dynamodb,
  aws_iam as iam,
  RemovalPolicy,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BRANCH_KEY_CONTEXT } from '../contract/encryption-context';
import { ConfigurationError } from '../errors';
import { TENANT_OF_CALLER, type Conditions } from './envelope-conditions';
import type { IEnvelopeKey } from './envelope-grants';

export interface TenantKeyStoreProps {
  /** Wraps the branch keys; it has the `logicalKeyStoreName` of this store. */
  readonly envelopeKey: IEnvelopeKey;
  /** Encrypts the table: another key, whose policy lets DynamoDB use it, such as a {@link ServiceKey} for `dynamodb`. */
  readonly encryptionKey: kms.IKey;
  /**
   * `enabled`: the table can be had back as it was at any second of the last 35 days; a tenant that was shredded can be had
   * back as long, so shredding is final only then. Disabled: shredding is final when caches have expired, and a table that
   * is lost or overwritten takes everything of every tenant with it, unless a backup of your own has it.
   */
  readonly pointInTimeRecovery: 'enabled' | { readonly disabledBecause: string };
}

/** Of the template's metadata, for reviewers. */
const NO_RECOVERY_BECAUSE = 'hipaa-ai:no-point-in-time-recovery';

/** What run-time code asks of the rows of a tenant; TransactWriteItems is authorized as the calls it consists of. */
const ROW_MANAGEMENT = [
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
];

/** A certificate of shredding says where copies of the rows may live on. */
const COPIES = ['dynamodb:DescribeContinuousBackups', 'dynamodb:DescribeTable'];
/** The call has no resource: it lists the backups of an account. */
const BACKUPS = ['dynamodb:ListBackups'];

/**
 * The table of wrapped branch keys, laid out as the branch key store of the AWS Encryption SDK, one partition for each
 * tenant. It is on demand, under a customer-managed key of its own, protected from deletion, and outlives its stack.
 * Deleting a tenant's rows shreds what is sealed for it. Put it in a backup plan, or say in a waiver why not.
 *
 * What tenants may read is their own partition, by `aws:PrincipalTag/tenant`; so a branch key's id is the tenant's.
 * Supports 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.308(a)(7)(ii)(A) and 164.310(d)(2)(i). Source: AWS Encryption SDK
 * developer guide, "Create a key store", "Implementing least privileged permissions"; DynamoDB developer guide, "Using IAM
 * policy conditions for fine-grained access control".
 * @throws ConfigurationError `LogicalKeyStoreName` when the envelope key has none; `EncryptionKey` when both keys are one;
 * `PointInTimeRecovery` disabled without a reason
 */
export class TenantKeyStore extends Construct {
  readonly table: dynamodb.Table;
  readonly logicalKeyStoreName: string;
  readonly #props: TenantKeyStoreProps;

  constructor(scope: Construct, id: string, props: TenantKeyStoreProps) {
    super(scope, id);
    this.#props = props;
    const { envelopeKey, encryptionKey, pointInTimeRecovery } = props;
    const { logicalKeyStoreName } = envelopeKey;
    if (logicalKeyStoreName === undefined) {
      throw this.#refusal(
        'LogicalKeyStoreName',
        'envelopeKey wraps no branch keys; give it a logicalKeyStoreName',
      );
    }
    if (encryptionKey.keyArn === envelopeKey.keyArn) {
      throw this.#refusal(
        'EncryptionKey',
        'encryptionKey is the envelope key, which no service may use; give another',
      );
    }
    this.logicalKeyStoreName = logicalKeyStoreName;
    const reason = pointInTimeRecovery === 'enabled' ? undefined : pointInTimeRecovery.disabledBecause;
    if (reason?.trim() === '') {
      throw this.#refusal(
        'PointInTimeRecovery',
        'pointInTimeRecovery.disabledBecause is empty; say why a lost table may cost every tenant its data',
      );
    }
    this.table = new dynamodb.Table(this, 'Resource', {
      partitionKey: { name: BRANCH_KEY_CONTEXT.branchKeyId, type: dynamodb.AttributeType.STRING },
      sortKey: { name: BRANCH_KEY_CONTEXT.type, type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      deletionProtection: true,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: reason === undefined },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.#explain(reason);
  }

  /** Lets tenants read their branch keys and open them. Who may seal under a branch key may open under it: it is one key. */
  grantSealOpen(grantee: iam.IGrantable): iam.Grant {
    return this.#grantRows(grantee, ['dynamodb:GetItem'], {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [TENANT_OF_CALLER] },
      // a list that is not there has no value that differs
      Null: { 'dynamodb:LeadingKeys': 'false' },
    })
      .combine(this.#grantTableKey(grantee, ['kms:Decrypt', 'kms:DescribeKey']))
      .combine(this.#props.envelopeKey.grantBranchKeys(grantee));
  }

  /** Lets somebody who is no tenant create, rotate and shred the branch keys of every tenant, and open none. */
  grantTenantKeyManagement(grantee: iam.IGrantable): iam.Grant {
    const throughDynamoDb = [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ];
    return this.#grantRows(grantee, [...ROW_MANAGEMENT, ...COPIES])
      .combine(iam.Grant.addToPrincipal({ grantee, actions: BACKUPS, resourceArns: ['*'] }))
      .combine(this.#grantTableKey(grantee, throughDynamoDb))
      .combine(this.#props.envelopeKey.grantTenantKeyManagement(grantee));
  }

  #grantRows(grantee: iam.IGrantable, actions: readonly string[], conditions: Conditions = {}): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [this.table.tableArn],
      conditions,
    });
  }

  /** As aws-cdk's `Table` grants its key, and through DynamoDB only. */
  #grantTableKey(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [this.#props.encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com` } },
    });
  }

  #explain(reason: string | undefined): void {
    const resource = this.table.node.defaultChild;
    if (reason !== undefined && resource instanceof dynamodb.CfnTable)
      resource.addMetadata(NO_RECOVERY_BECAUSE, reason);
  }

  #refusal(code: string, message: string): ConfigurationError {
    return new ConfigurationError(this, code, message);
  }
}
