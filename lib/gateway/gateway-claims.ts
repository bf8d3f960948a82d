import {
  Aws,
  aws_dynamodb as dynamodb,
  aws_iam as iam,
  RemovalPolicy,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface GatewayClaimsProps {
  /** Encrypts the table; its policy lets DynamoDB use it, such as a `ServiceKey` for `dynamodb`. */
  readonly encryptionKey: kms.IKey;
}

/**
 * The table of what requests are being answered, and of answers that wait for a person, in place of objects in the bucket of bodies:
 * a write of it is billed at a fraction of one to S3. Rows hold ids, codes and digests, and DynamoDB removes them when nobody
 * needs them. It is on demand, under a customer-managed key, with point-in-time recovery, protected from deletion, and outlives its
 * stack. The functions of the gateway reach DynamoDB through a gateway endpoint, so the network must let them call its ranges.
 * Supports 45 CFR 164.312(c)(1) and 164.312(a)(2)(iv).
 */
export class GatewayClaims extends Construct {
  readonly table: dynamodb.Table;
  readonly #key: kms.IKey;

  constructor(scope: Construct, id: string, { encryptionKey }: GatewayClaimsProps) {
    super(scope, id);
    this.#key = encryptionKey;
    this.table = new dynamodb.Table(this, 'Resource', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      deletionProtection: true,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** What the gateway needs: to read and write a row, and to delete none. */
  get gatewayStatements(): readonly iam.PolicyStatement[] {
    return [
      new iam.PolicyStatement({
        sid: 'KeepClaims',
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
        resources: [this.table.tableArn],
      }),
      new iam.PolicyStatement({
        sid: 'UseTheKeyOfClaims',
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com` } },
      }),
    ];
  }
}
