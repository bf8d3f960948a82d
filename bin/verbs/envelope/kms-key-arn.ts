import { UsageError } from '../verb';

/** A KMS key and where it is. */
export interface KmsKeyArn {
  readonly arn: string;
  readonly region: string;
}

const ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/[A-Za-z0-9-]+$/u;

/** @throws UsageError not the ARN of a key: KMS answers with it, and messages name it, so an alias will not do */
export function kmsKeyArn(given: string): KmsKeyArn {
  const [, region] = ARN.exec(given) ?? [];
  if (region !== undefined) return { arn: given, region };
  throw new UsageError(
    '--kms-key must be the ARN of a key, arn:aws:kms:REGION:ACCOUNT:key/ID, and not of an alias',
  );
}
