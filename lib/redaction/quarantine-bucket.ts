import { Duration, type aws_kms as kms, type aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { PhiBucket, type AccessLogs } from './phi-bucket';

/** Days. Long enough to look into a failure, short enough that PHI does not gather. */
export const QUARANTINE_DAYS = { shortest: 1, longest: 90, usual: 30 } as const;

export interface QuarantineBucketProps {
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: AccessLogs;
  /**
   * How long what failed is kept: 1 to 90 whole days.
   * @default Duration.days(30)
   */
  readonly expiry?: Duration;
}

/**
 * Where hooks leave input that they could not redact, as it came: a store of PHI that empties itself.
 * Supports 45 CFR 164.308(a)(6)(ii) and 164.310(d)(2)(i).
 * @throws ConfigurationError `QuarantineExpiry` outside 1 to 90 whole days
 */
export class QuarantineBucket extends Construct {
  readonly bucket: s3.Bucket;
  readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: QuarantineBucketProps) {
    super(scope, id);
    const after = quarantineExpiry(this, props.expiry);
    this.encryptionKey = props.encryptionKey;
    this.bucket = new PhiBucket(this, 'Bucket', { ...props, dataClass: 'PHI', expiry: { after } }).bucket;
  }
}

/**
 * The time after which what was quarantined goes.
 * @throws ConfigurationError `QuarantineExpiry`
 */
export function quarantineExpiry(scope: Construct, given: Duration | undefined): Duration {
  const expiry = given ?? Duration.days(QUARANTINE_DAYS.usual);
  const days = expiry.isUnresolved() ? undefined : expiry.toDays({ integral: false });
  const { shortest, longest } = QUARANTINE_DAYS;
  if (days === undefined || !Number.isInteger(days) || days < shortest || days > longest) {
    throw new ConfigurationError(
      scope,
      'QuarantineExpiry',
      `expiry is ${days === undefined ? 'a value known only at deployment' : `${days} days`}; give ${shortest} to ${longest} whole days`,
    );
  }
  return expiry;
}
