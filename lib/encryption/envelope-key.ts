import { aws_kms as kms, Duration, RemovalPolicy, Stack, type aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { EnvelopeGrants, type IEnvelopeKey } from './envelope-grants';
import { envelopePolicy, IMPORT_ACTIONS, PRIMARY_ACTIONS } from './envelope-policy';
import { DELETION_WAIT_DAYS } from './key-policy';
import { KeyAdministrators } from './key-administrators';
import { logicalKeyStoreName } from './logical-key-store-name';
import { rotationPeriod } from './rotation-period';

export interface EnvelopeKeyProps {
  /**
   * ARN patterns of further administrators. They can manage the key and never use it.
   * @default - the stack's CloudFormation role and the account's root user
   */
  readonly administrators?: readonly string[];
  /**
   * How often the key material changes: 90 to 365 whole days. Data keys and branch keys stay as they are, and open.
   * @default Duration.days(365); imported material does not change by itself
   */
  readonly rotationPeriod?: Duration;
  /**
   * Logical name of the one key store whose branch keys the key wraps. It is bound into every branch key: another name
   * later opens none of them.
   * @default - the key wraps no branch keys
   */
  readonly logicalKeyStoreName?: string;
  /**
   * Lets the key be copied to other Regions, by {@link EnvelopeKeyReplica}: whoever may open a message in one can do so
   * in each. KMS cannot change this on a key that exists.
   * @default - the key stays in its Region
   */
  readonly multiRegion?: { readonly replicaRegions: readonly string[] };
  /**
   * The key is made without material; you make it, import it, keep a copy of it and rotate it. Deleting the material takes
   * effect at once, which can be the reason. KMS cannot change this on a key that exists.
   * @default - KMS makes the material and rotates it
   */
  readonly importedMaterial?: { readonly reason: string };
}

/** Of the template's metadata, for reviewers. */
const IMPORTED_BECAUSE = 'hipaa-ai:imported-key-material';

/**
 * The customer-managed AES-256 key (`SYMMETRIC_DEFAULT`) of the envelope library. Its policy ties every call to the tenant
 * whose tag the caller bears, keeps who makes branch keys from opening them, and keeps administrators from both
 * ({@link envelopePolicy}). It rotates, waits 30 days before deletion, and outlives its stack. No service uses it:
 * encrypt stores with a {@link ServiceKey}.
 * @throws ConfigurationError `Administrators` that are no ARN of a role or user; `RotationPeriod` outside 90 to 365 days, or no
 * whole number of them, or given for imported material; `LogicalKeyStoreName` that is none; `MultiRegion` without a Region, or with
 * the key's own; `ImportedMaterial` without a reason
 */
export class EnvelopeKey extends Construct implements IEnvelopeKey {
  readonly key: kms.Key;
  readonly keyArn: string;
  readonly logicalKeyStoreName: string | undefined;
  readonly #grants: EnvelopeGrants;

  constructor(scope: Construct, id: string, props: EnvelopeKeyProps = {}) {
    super(scope, id);
    const { multiRegion, importedMaterial } = props;
    this.logicalKeyStoreName = logicalKeyStoreName(this, props.logicalKeyStoreName);
    const administrators = new KeyAdministrators(this, props.administrators ?? []);
    const furtherActions = [
      ...(importedMaterial ? IMPORT_ACTIONS : []),
      ...(multiRegion ? PRIMARY_ACTIONS : []),
    ];
    this.key = new kms.Key(this, 'Resource', {
      description: 'Envelope encryption: wraps data keys and branch keys of tenants',
      keySpec: kms.KeySpec.SYMMETRIC_DEFAULT,
      ...this.#rotation(props),
      ...(multiRegion ? { multiRegion: true } : {}),
      pendingWindow: Duration.days(DELETION_WAIT_DAYS),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      policy: envelopePolicy({
        administrators: administrators.arns,
        furtherActions,
        logicalKeyStoreName: this.logicalKeyStoreName,
        replicaRegions: this.#replicaRegions(multiRegion),
      }),
    });
    if (importedMaterial) this.#takeMaterialFromOutside(importedMaterial.reason);
    this.keyArn = this.key.keyArn;
    this.#grants = new EnvelopeGrants(this, {
      keyArn: this.keyArn,
      logicalKeyStoreName: this.logicalKeyStoreName,
      administrators,
      furtherActions,
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

  /**
   * Lets a role manage the key, which keeps it from ever using it. A role of another stack must be named in
   * `administrators` as well.
   */
  grantAdminister(role: iam.IRole): iam.Grant {
    return this.#grants.administer(role);
  }

  #rotation({ rotationPeriod: period, importedMaterial }: EnvelopeKeyProps): Partial<kms.KeyProps> {
    if (!importedMaterial) return { enableKeyRotation: true, rotationPeriod: rotationPeriod(this, period) };
    if (period === undefined) return {};
    throw new ConfigurationError(
      this,
      'RotationPeriod',
      'rotationPeriod is given for imported key material, which KMS does not rotate by itself; leave it out',
    );
  }

  #replicaRegions(multiRegion: EnvelopeKeyProps['multiRegion']): readonly string[] {
    if (!multiRegion) return [];
    const { replicaRegions } = multiRegion;
    const { region } = Stack.of(this);
    if (replicaRegions.length > 0 && !replicaRegions.includes(region)) return replicaRegions;
    throw new ConfigurationError(
      this,
      'MultiRegion',
      `multiRegion.replicaRegions is [${replicaRegions.join(', ')}]; give at least one Region, and not the key's own`,
    );
  }

  #takeMaterialFromOutside(reason: string): void {
    const resource = this.key.node.defaultChild;
    if (reason.trim() === '' || !(resource instanceof kms.CfnKey)) {
      throw new ConfigurationError(
        this,
        'ImportedMaterial',
        'importedMaterial.reason is empty; say why KMS does not make the key material',
      );
    }
    resource.origin = 'EXTERNAL';
    resource.addMetadata(IMPORTED_BECAUSE, reason);
  }
}
