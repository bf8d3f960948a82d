import { MESH_FILES } from '../../contract/mesh';
import { NO_KEY, type MeshSecretFile } from '../../contract/mesh-agent';
import { typed, type Config } from './config';
import type { MeshNode } from './mesh-node';

/** Names of Envoy's secrets. Each is a file of its own, `<name>.json`. */
export const IDENTITY = 'identity';
export const CALLERS = 'callers';
export const peerSecret = (service: string): string => `peer-${service}`;

/**
 * What the certificate agent of a node writes beside the certificate: which files Envoy reads them from, and whose keys are
 * accepted. Envoy learns of a new version by the rename of `current` in the watched folder, not by a write.
 */
export function meshSecretFiles(node: MeshNode): readonly MeshSecretFile[] {
  const { directory } = node;
  const callers = node.callers.map(({ service }) => service);
  return [
    secret(IDENTITY, [], {
      tls_certificate: {
        certificate_chain: inFolder(directory, MESH_FILES.certificate),
        private_key: inFolder(directory, MESH_FILES.key),
        watched_directory: { path: directory },
      },
    }),
    ...(callers.length === 0 ? [] : [trusting(CALLERS, directory, callers)]),
    ...node.peers.map(({ service }) => trusting(peerSecret(service), directory, [service])),
  ];
}

function trusting(name: string, directory: string, services: readonly string[]): MeshSecretFile {
  return secret(name, services, {
    validation_context: {
      trusted_ca: inFolder(directory, MESH_FILES.trust),
      watched_directory: { path: directory },
      // until the agent knows the pins
      verify_certificate_spki: [NO_KEY],
    },
  });
}

function secret(name: string, pinsOf: readonly string[], content: Config): MeshSecretFile {
  const resource = typed('transport_sockets.tls.v3.Secret', { name, ...content });
  return { file: `${name}.json`, document: { resources: [resource] }, pinsOf };
}

function inFolder(directory: string, file: string): Config {
  return { filename: `${directory}/${file}` };
}

/** Where Envoy looks for a secret. */
export function secretSource(directory: string, name: string): Config {
  return {
    name,
    sds_config: {
      resource_api_version: 'V3',
      // an Envoy that waits for its certificate opens no port: however long the agent takes
      initial_fetch_timeout: '0s',
      path_config_source: {
        path: `${directory}/current/${name}.json`,
        watched_directory: { path: directory },
      },
    },
  };
}
