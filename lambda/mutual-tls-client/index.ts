import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { MESH_MEMBER_VARIABLES as NAMES } from '../../lib/contract/mesh-identity';
import { createMembershipSource, type MembershipSource } from '../mesh/membership';
import { createSecrets, SECRETS_CLIENT_SETTINGS } from '../mesh/secrets';
import { variable } from '../mesh/variable';

export type { Membership, MembershipSource } from '../mesh/membership';
export { MeshError, type MeshErrorCode } from '../mesh/mesh-error';
export { MutualTlsClient, type MutualTlsClientProps, type MutualTlsRequest } from './mutual-tls-client';
export { MutualTlsError, type MutualTlsErrorCode } from './mutual-tls-error';

/**
 * The identity that `MeshIdentity.variables` name in the environment of a function.
 * @throws Error a variable is not set; MeshError EVENT_REFUSED the secret is no identity
 */
export function membershipOf(
  environment: NodeJS.ProcessEnv,
  client: Pick<SecretsManagerClient, 'send'> = new SecretsManagerClient(SECRETS_CLIENT_SETTINGS),
): MembershipSource {
  return createMembershipSource({
    secrets: createSecrets(client),
    identitySecretArn: variable(environment, NAMES.identitySecretArn),
    anchorsSecretArn: variable(environment, NAMES.anchorsSecretArn),
    pinsSecretArn: variable(environment, NAMES.pinsSecretArn),
  });
}
