import { OBJECT_REDACTION_VARIABLES as NAMES } from '../../lib/contract/environment-variables';

export interface ObjectRedactionSettings {
  readonly sourceBucket: string;
  readonly prefix: string;
  readonly redacted: { readonly bucket: string; readonly keyArn: string };
  readonly quarantine: { readonly bucket: string; readonly keyArn: string };
  readonly maxBytes: number;
}

/** Read once at cold start: a function that is configured wrongly must not start. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ObjectRedactionSettings {
  const given = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  const maxBytes = Number(given(NAMES.maxObjectBytes));
  if (!Number.isInteger(maxBytes) || maxBytes < 1) {
    throw new Error(`${NAMES.maxObjectBytes} is no whole number of bytes`);
  }
  const settings = {
    sourceBucket: given(NAMES.sourceBucket),
    prefix: environment[NAMES.sourcePrefix] ?? '',
    redacted: { bucket: given(NAMES.redactedBucket), keyArn: given(NAMES.redactedKeyArn) },
    quarantine: { bucket: given(NAMES.quarantineBucket), keyArn: given(NAMES.quarantineKeyArn) },
    maxBytes,
  };
  const { sourceBucket, redacted, quarantine } = settings;
  if (new Set([sourceBucket, redacted.bucket, quarantine.bucket]).size < 3) {
    throw new Error('source, redacted and quarantined objects need a bucket each');
  }
  return settings;
}
