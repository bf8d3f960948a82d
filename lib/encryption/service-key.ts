import { aws_kms as kms, Duration, RemovalPolicy, type aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { requireIdentities } from './key-administrators';
import { DELETION_WAIT_DAYS, separatedDuties, type DirectUse } from './key-policy';
import { rotationPeriod } from './rotation-period';

export interface ServiceKeyProps {
  /** What the key protects, in a few words. */
  readonly description: string;
  /** Services through which users, and CloudFormation while deploying, may use the key, e.g. `lambda`. */
  readonly services: readonly string[];
  /**
   * Calls that reach KMS with no service in between, told by their encryption context.
   * @default - none: users reach the key through `services` only
   */
  readonly directUses?: readonly DirectUse[];
  /**
   * ARN patterns of further administrators. They can manage the key and never use it.
   * @default - the stack's CloudFormation role and the account's root user
   */
  readonly administrators?: readonly string[];
  /**
   * How often the key material changes: 90 to 365 whole days.
   * @default Duration.days(365)
   */
  readonly rotationPeriod?: Duration;
  /** Statements for the service principals that encrypt with the key on their own behalf. */
  readonly serviceStatements?: readonly iam.PolicyStatement[];
}

/**
 * A customer-managed AES-256 key (`SYMMETRIC_DEFAULT`) whose administrators cannot use it and whose users can neither
 * administer it nor call it past the services it is for. It rotates, waits 30 days before deletion, and outlives its stack.
 * @throws ConfigurationError `Administrators` that are no ARN of a role or user; `RotationPeriod` outside 90 to 365 days, or no whole number of them
 */
export class ServiceKey extends Construct {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: ServiceKeyProps) {
    super(scope, id);
    const { administrators = [], services, directUses = [] } = props;
    requireIdentities(this, administrators);
    const policy = separatedDuties(this, { administrators, services, directUses });
    policy.addStatements(...(props.serviceStatements ?? []));
    this.key = new kms.Key(this, 'Resource', {
      description: props.description,
      keySpec: kms.KeySpec.SYMMETRIC_DEFAULT,
      enableKeyRotation: true,
      rotationPeriod: rotationPeriod(this, props.rotationPeriod),
      pendingWindow: Duration.days(DELETION_WAIT_DAYS),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      policy,
    });
  }
}
