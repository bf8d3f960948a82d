/** Names of the environment variables of the certificate agent. */
export const MESH_AGENT_VARIABLES = {
  /** ARN of the secret that holds the service's certificate and key. */
  identitySecretArn: 'HIPAA_AI_MESH_IDENTITY_SECRET_ARN',
  /** ARN of the secret that holds the authority's certificate and the pins of every service. */
  trustSecretArn: 'HIPAA_AI_MESH_TRUST_SECRET_ARN',
  /** JSON: a list of {@link MeshSecretFile}. */
  secretFiles: 'HIPAA_AI_MESH_SECRET_FILES',
} as const;

/**
 * A file that tells Envoy which certificate, or whom to trust. The agent writes it beside the certificate, in the folder
 * behind `current`, with the pins of the moment in it: a pin and its certificate change in one rename.
 */
export interface MeshSecretFile {
  /** Such as `callers.json`. */
  readonly file: string;
  /** An Envoy `DiscoveryResponse` with one secret. */
  readonly document: {
    readonly resources: readonly [Readonly<Record<string, unknown>>];
  };
  /**
   * Services whose keys are accepted: the agent puts the current and the next pin of each into
   * `validation_context.verify_certificate_spki`. Envoy takes an empty list for "any key": where no service has a pin, it
   * is {@link NO_KEY}.
   */
  readonly pinsOf: readonly string[];
}

/** A pin, SHA-256 in base64, that no key has: nobody gets in. */
export const NO_KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
