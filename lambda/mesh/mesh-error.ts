export type MeshErrorCode =
  /** The call is no rotation, or of a secret that is no identity. */
  | 'EVENT_REFUSED'
  /** Somebody took the service out of the mesh. */
  | 'REVOKED'
  /** A certificate, or a key, is not what it should be. */
  | 'CERTIFICATE_REFUSED'
  /** The private CA did not issue. */
  | 'AUTHORITY_FAILED'
  /** Secrets Manager did not answer, or what it gave cannot be read. */
  | 'SECRETS_FAILED'
  /** S3 did not take an object. */
  | 'STORE_FAILED'
  /** Somebody else was faster each time. */
  | 'CONFLICT';

/** A failure in words of ours: texts of the services name accounts and principals, and stay out. */
export class MeshError extends Error {
  override readonly name = 'MeshError';

  constructor(
    readonly code: MeshErrorCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** The name of what was thrown, which is safe to log. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
