import { Aws, aws_iam as iam, aws_kms as kms, Duration, RemovalPolicy, Tags, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cloudFormationRoleArn } from '../cloudformation-role';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import { requireIdentities } from './key-administrators';
import { ADMINISTRATIVE_ACTIONS, DELETION_WAIT_DAYS } from './key-policy';

/** KMS does not rotate asymmetric keys, so there is no `RotateKeyOnDemand` to allow. */
const MANAGE = ADMINISTRATIVE_ACTIONS.filter((action) => !action.includes('Rotat'));
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

export interface SigningKeyProps {
  /** What the key signs, in a few words. */
  readonly description: string;
  /** `YYYY-MM-DD`: by when a new key takes over. The old one stays, as what it signed is verified with it. */
  readonly rotateBy: string;
  /**
   * ARN patterns of further administrators. They can manage the key and never sign.
   * @default - the stack's CloudFormation role and the account's root user
   */
  readonly administrators?: readonly string[];
}

/**
 * An ECDSA P-256 key (`ECC_NIST_P256`, `SIGN_VERIFY`) for records that must not be altered: nobody has it, administrators
 * cannot sign, and whoever signs can neither administer it nor sign by another algorithm. Everybody of the account whose own policy
 * says so may read the public half. It waits 30 days before deletion, and outlives its stack.
 * Supports 45 CFR 164.312(c)(1) and 164.312(c)(2). Source: KMS developer guide, "Asymmetric keys in KMS".
 * @throws ConfigurationError `Administrators` that are no ARN of a role or user; `RotateBy` that is no day
 */
export class SigningKey extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: SigningKeyProps) {
    super(scope, id);
    const { administrators = [], rotateBy } = props;
    requireIdentities(this, administrators);
    if (!Token.isUnresolved(rotateBy) && !DAY.test(rotateBy))
      throw new ConfigurationError(this, 'RotateBy', `rotateBy is '${rotateBy}'; give a day as YYYY-MM-DD`);
    this.key = new kms.Key(this, 'Resource', {
      description: props.description,
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(DELETION_WAIT_DAYS),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      policy: new iam.PolicyDocument({ statements: this.#statements(administrators) }),
    });
    Tags.of(this.key).add(TAGS.rotateBy, rotateBy);
  }

  get keyArn(): string {
    return this.key.keyArn;
  }

  /** Lets a role sign with ECDSA over SHA-256, and read the public half. */
  grantSign(grantee: iam.IGrantable): iam.Grant {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['kms:GetPublicKey'],
      resourceArns: [this.key.keyArn],
    }).assertSuccess();
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['kms:Sign'],
      resourceArns: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } },
    });
  }

  #statements(administrators: readonly string[]): iam.PolicyStatement[] {
    const root = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:root`;
    const all = [cloudFormationRoleArn(this), root, ...administrators];
    const account = new iam.AccountPrincipal(Aws.ACCOUNT_ID);
    return [
      new iam.PolicyStatement({
        sid: 'AdministratorsManageTheKey',
        principals: [account],
        actions: MANAGE,
        resources: ['*'],
        conditions: { ArnLike: { 'aws:PrincipalArn': all } },
      }),
      new iam.PolicyStatement({
        sid: 'AdministratorsCannotSign',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:CreateGrant', 'kms:Sign'],
        resources: ['*'],
        conditions: { ArnLike: { 'aws:PrincipalArn': all } },
      }),
      new iam.PolicyStatement({
        sid: 'OthersSignByOneAlgorithm',
        principals: [account],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: {
          ArnNotLike: { 'aws:PrincipalArn': all },
          StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' },
        },
      }),
      new iam.PolicyStatement({
        sid: 'AnybodyOfTheAccountVerifies',
        principals: [account],
        actions: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Verify'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID } },
      }),
    ];
  }
}
