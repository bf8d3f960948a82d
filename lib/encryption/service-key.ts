import { aws_kms as kms, Duration, RemovalPolicy, Token, type aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { separatedDuties, type DirectUse } from './key-policy';

/** Days. The longest a key of ours keeps its material; KMS itself takes 90 to 2560. */
export const ROTATION_DAYS = { shortest: 90, longest: 365 } as const;
/** Days. The longest wait KMS offers between scheduling a deletion and doing it. */
const DELETION_WAIT_DAYS = 30;
/** A pattern that took in everybody would leave the key with administrators only, and no user. */
const IDENTITY_ARN = /^arn:[a-z-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+\*?$/u;

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
    const rotationPeriod = props.rotationPeriod ?? Duration.days(ROTATION_DAYS.longest);
    const days = rotationPeriod.isUnresolved() ? undefined : rotationPeriod.toDays({ integral: false });
    const { shortest, longest } = ROTATION_DAYS;
    if (days === undefined || !Number.isInteger(days) || days < shortest || days > longest) {
      const given = days === undefined ? 'a value known only at deployment' : `${days} days`;
      throw new ConfigurationError(
        this,
        'RotationPeriod',
        `rotationPeriod is ${given}; give ${shortest} to ${longest} whole days`,
      );
    }
    const administrators = props.administrators ?? [];
    for (const pattern of administrators) {
      if (Token.isUnresolved(pattern) || IDENTITY_ARN.test(pattern)) continue;
      throw new ConfigurationError(
        this,
        'Administrators',
        `'${pattern}' is among the administrators; give ARNs of roles or users of one account, such as arn:aws:iam::111122223333:role/KeyAdministrator`,
      );
    }
    const { services, directUses = [] } = props;
    const policy = separatedDuties(this, { administrators, services, directUses });
    policy.addStatements(...(props.serviceStatements ?? []));
    this.key = new kms.Key(this, 'Resource', {
      description: props.description,
      keySpec: kms.KeySpec.SYMMETRIC_DEFAULT,
      enableKeyRotation: true,
      rotationPeriod: Duration.days(days),
      pendingWindow: Duration.days(DELETION_WAIT_DAYS),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      policy,
    });
  }
}
