/**
 * What the name of every identity secret begins with. The rest is `<trust domain>/<service>`: who a certificate is for is read
 * from the name of the secret it goes into, and from nothing else.
 */
export const MESH_SECRET_PREFIX = 'hipaa-ai-mesh/';

/** Names of the environment variables of whoever issues, rotates or revokes identities. */
export const MESH_VARIABLES = {
  /** ARN of the private CA. */
  authorityArn: 'HIPAA_AI_MESH_AUTHORITY_ARN',
  /** `https://` and the host of AWS Private CA's API. */
  authorityEndpoint: 'HIPAA_AI_MESH_AUTHORITY_ENDPOINT',
  /** ARN of the template that certificates are issued with: the one value a policy can bind. */
  templateArn: 'HIPAA_AI_MESH_TEMPLATE_ARN',
  /** ARN of the secret with the trust anchors as PEM. */
  anchorsSecretArn: 'HIPAA_AI_MESH_ANCHORS_SECRET_ARN',
  /** ARN of the secret with the pins of all services. */
  pinsSecretArn: 'HIPAA_AI_MESH_PINS_SECRET_ARN',
  trustDomain: 'HIPAA_AI_MESH_TRUST_DOMAIN',
} as const;

/** The same for whoever has an identity: the agent beside a service, and callers that are Lambda functions. */
export const MESH_MEMBER_VARIABLES = {
  /** ARN of its identity secret. */
  identitySecretArn: 'HIPAA_AI_MESH_IDENTITY_SECRET_ARN',
  anchorsSecretArn: MESH_VARIABLES.anchorsSecretArn,
  pinsSecretArn: MESH_VARIABLES.pinsSecretArn,
  /** Names of the services that may call it, with commas between. */
  callers: 'HIPAA_AI_MESH_CALLERS',
  /** Names of the services it calls, with commas between. */
  peers: 'HIPAA_AI_MESH_PEERS',
  /** Unset: `/run/mesh`. */
  directory: 'HIPAA_AI_MESH_DIRECTORY',
} as const;

/**
 * What the agent leaves for Envoy besides certificate, key and anchors: resources of Envoy's secret discovery service, which hold
 * file names and pins.
 */
export const MESH_SDS_FILES = {
  identity: 'current/sds-identity.json',
  /** Who may call; the resource is named `callers`. */
  callers: 'current/sds-callers.json',
  /** One for each service that is called: `sds-peer-<service>.json`; the resource is named `peer-<service>`. */
  peerPrefix: 'current/sds-peer-',
} as const;

/** Written by the agent at every look, read by its health check; not behind the link. */
export const MESH_HEALTH_FILE = 'health.json';

/** Template of AWS Private CA for leaf certificates whose names come from the call. Source: AWS Private CA user guide, "Template varieties". */
export const MESH_CERTIFICATE_TEMPLATE = 'EndEntityCertificate_APIPassthrough/V1';

/** CloudWatch namespace of what certificate agents measure. */
export const MESH_NAMESPACE = 'HipaaAi/Mesh';

/** Hours that the certificate of a service is still valid, by `service`; 0 where there is none to show. */
export const MESH_HOURS_METRIC = 'CertificateHours';
