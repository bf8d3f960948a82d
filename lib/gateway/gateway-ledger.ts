import type { aws_iam as iam } from 'aws-cdk-lib';

/** Where the gateway writes its records; `Ledger` is one. */
export interface GatewayLedger {
  /** What a writer finds in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  grantAppend(grantee: iam.IGrantable): void;
}
