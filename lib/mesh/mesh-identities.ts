import type { aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';

/**
 * What services need of whoever issues their certificates. Keys of the secrets are to let roles of the account decrypt through
 * Secrets Manager, as those of `ServiceKeys` do.
 */
export interface IMeshIdentities {
  /** Trust domain of the SPIFFE ids, such as `phi.internal`. */
  readonly trustDomain: string;
  /** Holds the certificates of the authority, PEM. */
  readonly anchorsSecret: secretsmanager.ISecret;
  /** Holds the pins of every service. */
  readonly pinsSecret: secretsmanager.ISecret;
  /** The secret that holds certificate and key of a service; rotated, and made with the first call. */
  identityOf(service: string): secretsmanager.ISecret;
}
