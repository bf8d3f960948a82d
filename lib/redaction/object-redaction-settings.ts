import { aws_s3 as s3, Token, type aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { OBJECT_REDACTION_VARIABLES } from '../contract/environment-variables';
import { ConfigurationError } from '../errors';
import type { ObjectFlow } from './object-permissions';

/**
 * Bytes of one object that a hook reads. It holds the whole text in memory: 16 MiB of notes dense with identifiers take some
 * 1.3 GiB of the 2 GiB that the function has.
 */
export const OBJECT_BYTES = { smallest: 1, largest: 16 * 1024 * 1024, usual: 8 * 1024 * 1024 } as const;

/** What the handlers of `lambda/object-redaction` read from their environment. */
export function objectRedactionEnvironment(flow: ObjectFlow, maxObjectBytes: number): Record<string, string> {
  const names = OBJECT_REDACTION_VARIABLES;
  return {
    [names.sourceBucket]: flow.source.bucket.bucketName,
    [names.sourcePrefix]: flow.source.prefix,
    [names.redactedBucket]: flow.redacted.bucket.bucketName,
    [names.redactedKeyArn]: flow.redacted.encryptionKey.keyArn,
    [names.quarantineBucket]: flow.quarantine.bucket.bucketName,
    [names.quarantineKeyArn]: flow.quarantine.encryptionKey.keyArn,
    [names.maxObjectBytes]: String(maxObjectBytes),
  };
}

/**
 * @throws ConfigurationError `MaxObjectBytes` out of range
 */
export function checkedObjectBytes(scope: Construct, given: number | undefined): number {
  const bytes = given ?? OBJECT_BYTES.usual;
  const { smallest, largest } = OBJECT_BYTES;
  if (Token.isUnresolved(bytes) || !Number.isInteger(bytes) || bytes < smallest || bytes > largest) {
    const shown = Token.isUnresolved(bytes) ? 'a value known only at deployment' : String(bytes);
    throw new ConfigurationError(
      scope,
      'MaxObjectBytes',
      `maxObjectBytes is ${shown}; give a whole number from ${smallest} to ${largest}`,
    );
  }
  return bytes;
}

/**
 * Redacted copies under the key of their originals could be read by whoever may read those.
 * @throws ConfigurationError `RedactedKey`
 */
export function requireAnotherKey(scope: Construct, sourceKey: kms.IKey, redactedKey: kms.IKey): void {
  if (sourceKey.keyArn !== redactedKey.keyArn) return;
  throw new ConfigurationError(
    scope,
    'RedactedKey',
    'redactedKey is the key of the source; give redacted copies a key of their own, so that who may read them cannot read the originals',
  );
}

/**
 * A copy belongs to a version of its source. A bucket of this app is looked at; of an imported one the handler
 * quarantines what has no version.
 * @throws ConfigurationError `SourceVersions`
 */
export function requireVersions(scope: Construct, source: s3.IBucket): void {
  const resource = source.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) return;
  const versioning = resource.versioningConfiguration;
  const status = versioning && 'status' in versioning ? versioning.status : undefined;
  if (status === 'Enabled') return;
  throw new ConfigurationError(
    scope,
    'SourceVersions',
    'the source bucket keeps no versions; set versioned: true, as each redacted copy belongs to one',
  );
}
