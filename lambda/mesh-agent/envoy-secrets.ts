import { MESH_SDS_FILES } from '../../lib/contract/mesh-identity';
import { pinsOf, type Pins } from '../mesh/pins';

const TLS = 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3';

/** No key has this hash. Envoy takes an empty list of pins as leave for every key. */
const NOBODY = Buffer.alloc(32).toString('base64');

export interface EnvoySecretsProps {
  /** The folder of this version: certificate and key are named in it, so that no other version's can come between. */
  readonly folder: string;
  readonly files: { readonly certificate: string; readonly key: string; readonly trust: string };
  readonly pins: Pins;
  readonly callers: readonly string[];
  readonly peers: readonly string[];
}

/**
 * Resources of Envoy's secret discovery service, by the name of their file behind `current/`.
 * @see https://www.envoyproxy.io/docs/envoy/v1.36.0/configuration/security/secret
 */
export function envoySecrets(props: EnvoySecretsProps): ReadonlyMap<string, string> {
  const { folder, files, pins, callers, peers } = props;
  const at = (name: string) => ({ filename: `${folder}/${name}` });
  const trust = (name: string, services: readonly string[]): string => {
    const known = [...new Set(services.flatMap((service) => pinsOf(pins, service)))];
    return resource(name, {
      validation_context: {
        trusted_ca: at(files.trust),
        verify_certificate_spki: known.length > 0 ? known : [NOBODY],
      },
    });
  };
  return new Map([
    [
      behindLink(MESH_SDS_FILES.identity),
      resource('identity', {
        tls_certificate: { certificate_chain: at(files.certificate), private_key: at(files.key) },
      }),
    ],
    [behindLink(MESH_SDS_FILES.callers), trust('callers', callers)],
    ...peers.map((peer): [string, string] => [
      behindLink(`${MESH_SDS_FILES.peerPrefix}${peer}.json`),
      trust(`peer-${peer}`, [peer]),
    ]),
  ]);
}

export function behindLink(file: string): string {
  return file.replace(/^current\//u, '');
}

function resource(name: string, content: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ resources: [{ '@type': `${TLS}.Secret`, name, ...content }] }, undefined, 2)}\n`;
}
