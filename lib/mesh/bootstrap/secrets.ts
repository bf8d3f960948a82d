import { MESH_SDS_FILES } from '../../contract/mesh-identity';
import type { Config } from './config';

/** A secret of Envoy: its name, and the file that the certificate agent leaves it in. */
export interface SecretName {
  readonly name: string;
  /** Below the folder of the mesh. */
  readonly file: string;
}

/** Certificate and key of the service itself. */
export const IDENTITY: SecretName = { name: 'identity', file: MESH_SDS_FILES.identity };

/** The trust anchors, and the keys of those who may call. */
export const CALLERS: SecretName = { name: 'callers', file: MESH_SDS_FILES.callers };

/** The trust anchors, and the keys of one service that is called. */
export function peerSecret(service: string): SecretName {
  return { name: `peer-${service}`, file: `${MESH_SDS_FILES.peerPrefix}${service}.json` };
}

/**
 * Where Envoy looks for a secret. It learns of a new version by the rename of `current` in the watched folder, not by a
 * write; certificate, key and pins change together.
 */
export function secretSource(directory: string, { name, file }: SecretName): Config {
  return {
    name,
    sds_config: {
      resource_api_version: 'V3',
      // an Envoy that waits for its certificate opens no port, however long the agent takes
      initial_fetch_timeout: '0s',
      path_config_source: { path: `${directory}/${file}`, watched_directory: { path: directory } },
    },
  };
}
