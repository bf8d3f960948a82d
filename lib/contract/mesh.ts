/** Where the certificate agent leaves what Envoy reads; a new version is a new folder behind the symbolic link `current`. */
export const MESH_FILES = {
  directory: '/run/mesh',
  certificate: 'current/certificate.pem',
  key: 'current/key.pem',
  trust: 'current/trust.pem',
} as const;

/** Days a leaf certificate is valid at most, and days between two rotations. */
export const MESH_CERTIFICATE_DAYS = { valid: 7, rotate: 2 } as const;
