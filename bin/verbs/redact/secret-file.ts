import { readFileSync } from 'node:fs';
import { LEAST_SECRET_BYTES } from '../../../lambda/redaction/operators/surrogate';
import { UsageError } from '../verb';

/** Most bytes of a secret file: more is not a secret but some other file. */
const MOST_SECRET_BYTES = 4096;

/**
 * The bytes of the file, or of a pipe by the name of a file, as they are.
 *
 * @throws UsageError it cannot be read, or is too short or too long
 */
export function readSecret(file: string): Uint8Array {
  let secret: Uint8Array;
  try {
    secret = readFileSync(file);
  } catch {
    throw new UsageError('cannot read the secret file; --secret-file must name a file');
  }
  if (secret.length >= LEAST_SECRET_BYTES && secret.length <= MOST_SECRET_BYTES) return secret;
  throw new UsageError(
    `the secret file has ${secret.length} bytes; it must have ${LEAST_SECRET_BYTES} to ${MOST_SECRET_BYTES}, and random ones`,
  );
}
