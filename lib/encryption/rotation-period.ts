import { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';

/** Days. The longest a key of ours keeps its material; KMS itself takes 90 to 2560. */
export const ROTATION_DAYS = { shortest: 90, longest: 365 } as const;

/**
 * A period after which key material changes, in whole days.
 * @throws ConfigurationError `RotationPeriod` outside 90 to 365 days, or no whole number of them
 */
export function rotationPeriod(
  scope: IConstruct,
  period: Duration = Duration.days(ROTATION_DAYS.longest),
): Duration {
  const days = period.isUnresolved() ? undefined : period.toDays({ integral: false });
  const { shortest, longest } = ROTATION_DAYS;
  if (days !== undefined && Number.isInteger(days) && days >= shortest && days <= longest)
    return Duration.days(days);
  const given = days === undefined ? 'a value known only at deployment' : `${days} days`;
  throw new ConfigurationError(
    scope,
    'RotationPeriod',
    `rotationPeriod is ${given}; give ${shortest} to ${longest} whole days`,
  );
}
