import { aws_s3 as s3, RemovalPolicy } from 'aws-cdk-lib';

/**
 * What every bucket of this package is, whatever it holds: never public, its objects the account's own without ACLs, reached over
 * TLS 1.2 or later only, versioned, and outliving its stack. How it is encrypted, what expires and what is locked is up to each.
 */
export const PRIVATE_BUCKET = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
} as const satisfies s3.BucketProps;
