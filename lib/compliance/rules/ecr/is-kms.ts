import type { Json } from '../../template/json';

/** KMS, once or twice over. AES256 is a key of S3 that nobody can see, log or revoke. */
export function isKms(type: Json): boolean {
  return type === 'KMS' || type === 'KMS_DSSE';
}
