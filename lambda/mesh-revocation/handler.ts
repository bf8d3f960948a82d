import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { MESH_VARIABLES as NAMES } from '../../lib/contract/mesh-identity';
import { createPinStore } from '../mesh/pin-store';
import { createSecrets, SECRETS_CLIENT_SETTINGS } from '../mesh/secrets';
import { variable } from '../mesh/variable';
import { createRevocation, type Revoked } from './revocation';

const revocation = createRevocation(
  createPinStore(
    createSecrets(new SecretsManagerClient(SECRETS_CLIENT_SETTINGS)),
    variable(process.env, NAMES.pinsSecretArn),
  ),
);

/** Takes a service out of the mesh, or lets it in again. */
export async function handler(request: unknown): Promise<Revoked> {
  const revoked = await revocation(request);
  process.stdout.write(`${JSON.stringify({ event: 'mesh-revocation', ...revoked })}\n`);
  return revoked;
}
