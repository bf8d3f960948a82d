import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { MESH_FILES } from '../../lib/contract/mesh';
import { MESH_MEMBER_VARIABLES as NAMES } from '../../lib/contract/mesh-identity';
import { createMembershipSource } from '../mesh/membership';
import { createSecrets, SECRETS_CLIENT_SETTINGS } from '../mesh/secrets';
import { variable } from '../mesh/variable';
import { createAgent } from './agent';
import { isHealthy } from './health';
import { run } from './loop';
import { VersionFolder } from './version-folder';

const given = (name: string): string => variable(process.env, name);
const listed = (name: string): readonly string[] =>
  (process.env[name] ?? '').split(',').filter((each) => each !== '');

const directory = process.env[NAMES.directory] ?? MESH_FILES.directory;

/** `node index.js` fills the folder of the mesh until it is stopped; `node index.js health` says whether that goes well. */
async function main(): Promise<void> {
  if (process.argv[2] === 'health') {
    process.exitCode = isHealthy(directory, Date.now()) ? 0 : 1;
    return;
  }
  const source = createMembershipSource({
    secrets: createSecrets(new SecretsManagerClient(SECRETS_CLIENT_SETTINGS)),
    identitySecretArn: given(NAMES.identitySecretArn),
    anchorsSecretArn: given(NAMES.anchorsSecretArn),
    pinsSecretArn: given(NAMES.pinsSecretArn),
  });
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort());
  const look = createAgent({
    source,
    folder: new VersionFolder(directory),
    callers: listed(NAMES.callers),
    peers: listed(NAMES.peers),
  });
  const { service } = source.self;
  await run({ look, directory, service, log: (line) => process.stdout.write(line), signal: stop.signal });
}

void main();
