import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { MESH_VARIABLES as NAMES } from '../../lib/contract/mesh-identity';
import { createPinStore } from '../mesh/pin-store';
import { createSecrets, SECRETS_CLIENT_SETTINGS } from '../mesh/secrets';
import { variable } from '../mesh/variable';
import { createCertificateAuthority } from './certificate-authority';
import { createPrivateCa } from './private-ca';
import { createRotation } from './rotation';

const given = (name: string): string => variable(process.env, name);
const client = new SecretsManagerClient(SECRETS_CLIENT_SETTINGS);
const secrets = createSecrets(client);

const rotate = createRotation({
  secrets,
  pins: createPinStore(secrets, given(NAMES.pinsSecretArn)),
  authority: createCertificateAuthority({
    call: createPrivateCa({
      endpoint: given(NAMES.authorityEndpoint),
      region: given('AWS_REGION'),
      credentials: () => client.config.credentials(),
    }),
    authorityArn: given(NAMES.authorityArn),
    templateArn: given(NAMES.templateArn),
  }),
  anchorsSecretArn: given(NAMES.anchorsSecretArn),
  trustDomain: given(NAMES.trustDomain),
});

/** One step of the rotation of an identity, for Secrets Manager. */
export async function handler(event: unknown): Promise<void> {
  const { step, service, outcome } = await rotate(event);
  process.stdout.write(`${JSON.stringify({ event: 'mesh-rotation', step, service, outcome })}\n`);
}
