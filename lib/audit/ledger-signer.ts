import type { aws_iam as iam } from 'aws-cdk-lib';

/** Signs closes and checkpoints of a ledger by ECDSA P-256; `SigningKey` is one. */
export interface LedgerSigner {
  readonly keyArn: string;
  /** Lets a role sign, and read the public half. */
  grantSign(grantee: iam.IGrantable): iam.Grant;
}
