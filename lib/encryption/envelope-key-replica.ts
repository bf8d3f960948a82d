import { aws_kms as kms, RemovalPolicy, Stack, Token, type aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { EnvelopeGrants, type IEnvelopeKey } from './envelope-grants';
import { envelopePolicy, REPLICA_ACTIONS } from './envelope-policy';
import { DELETION_WAIT_DAYS } from './key-policy';
import { KeyAdministrators } from './key-administrators';
import { logicalKeyStoreName } from './logical-key-store-name';

/** Ids of multi-Region keys begin with `mrk-`. Source: KMS developer guide, "How multi-Region keys work". */
const MULTI_REGION_KEY_ARN = /^arn:[a-z-]+:kms:(?<region>[a-z0-9-]+):\d{12}:key\/mrk-[a-z0-9]+$/u;

export interface EnvelopeKeyReplicaProps {
  /** ARN of the {@link EnvelopeKey} that is copied; it is `multiRegion` and lists this stack's Region. */
  readonly primaryKeyArn: string;
  /**
   * ARN patterns of further administrators: KMS copies key material, not key policies.
   * @default - the stack's CloudFormation role and the account's root user
   */
  readonly administrators?: readonly string[];
  /**
   * As on the primary key.
   * @default - the key wraps no branch keys
   */
  readonly logicalKeyStoreName?: string;
}

/**
 * A copy of an {@link EnvelopeKey} in the Region of this stack, under the same policy. Rotation follows the primary key,
 * which cannot be deleted before its copies. It waits 30 days before deletion and outlives its stack.
 * @throws ConfigurationError `PrimaryKeyArn` that is no ARN of a multi-Region key, or of one in this Region;
 * `Administrators` that are no ARN of a role or user; `LogicalKeyStoreName` that is none
 */
export class EnvelopeKeyReplica extends Construct implements IEnvelopeKey {
  readonly keyArn: string;
  readonly logicalKeyStoreName: string | undefined;
  readonly #grants: EnvelopeGrants;

  constructor(scope: Construct, id: string, props: EnvelopeKeyReplicaProps) {
    super(scope, id);
    this.#requireElsewhere(props.primaryKeyArn);
    this.logicalKeyStoreName = logicalKeyStoreName(this, props.logicalKeyStoreName);
    const administrators = new KeyAdministrators(this, props.administrators ?? []);
    const replica = new kms.CfnReplicaKey(this, 'Resource', {
      primaryKeyArn: props.primaryKeyArn,
      description: 'Envelope encryption: wraps data keys and branch keys of tenants (copy)',
      pendingWindowInDays: DELETION_WAIT_DAYS,
      keyPolicy: envelopePolicy({
        administrators: administrators.arns,
        furtherActions: REPLICA_ACTIONS,
        logicalKeyStoreName: this.logicalKeyStoreName,
        replicaRegions: [],
      }),
    });
    replica.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.keyArn = replica.attrArn;
    this.#grants = new EnvelopeGrants(this, {
      keyArn: this.keyArn,
      logicalKeyStoreName: this.logicalKeyStoreName,
      administrators,
      furtherActions: REPLICA_ACTIONS,
    });
  }

  grantSeal(grantee: iam.IGrantable): iam.Grant {
    return this.#grants.seal(grantee);
  }

  grantOpen(grantee: iam.IGrantable): iam.Grant {
    return this.#grants.open(grantee);
  }

  grantBranchKeys(grantee: iam.IGrantable): iam.Grant {
    return this.#grants.branchKeys(grantee);
  }

  grantTenantKeyManagement(grantee: iam.IGrantable): iam.Grant {
    return this.#grants.tenantKeyManagement(grantee);
  }

  /** As {@link EnvelopeKey.grantAdminister}. */
  grantAdminister(role: iam.IRole): iam.Grant {
    return this.#grants.administer(role);
  }

  #requireElsewhere(arn: string): void {
    if (Token.isUnresolved(arn)) return;
    const region = MULTI_REGION_KEY_ARN.exec(arn)?.groups?.['region'];
    if (region !== undefined && region !== Stack.of(this).region) return;
    throw new ConfigurationError(
      this,
      'PrimaryKeyArn',
      `primaryKeyArn is '${arn}'; give the ARN of a multi-Region key (key/mrk-…) in another Region than ${Stack.of(this).region}`,
    );
  }
}
