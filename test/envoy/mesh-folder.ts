import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MESH_FILES } from '../../lib/contract/mesh';
import type { MeshNode } from '../../lib/mesh/bootstrap/mesh-node';
import { CALLERS, IDENTITY, peerSecret, type SecretName } from '../../lib/mesh/bootstrap/secrets';
import type { Minted } from './openssl-pki';

/** A pin that no key has: Envoy takes an empty list for "any key". */
const NO_KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

export interface MeshVersion {
  readonly identity: Minted;
  /** PEM. */
  readonly trust: string;
  /** By service. */
  readonly pins: Readonly<Record<string, readonly string[]>>;
  /** PEM of revoked certificates. */
  readonly revoked?: string;
}

/** What the certificate agent does: a new folder, then one rename. */
export class MeshFolder {
  #version = 0;

  constructor(private readonly node: MeshNode) {}

  write(version: MeshVersion): void {
    this.#version += 1;
    const { directory } = this.node;
    const folder = `v${this.#version}`;
    mkdirSync(path.join(directory, folder), { recursive: true });
    const put = (file: string, text: string) =>
      writeFileSync(path.join(directory, folder, path.basename(file)), text, { mode: 0o600 });
    put(MESH_FILES.certificate, version.identity.certificate);
    put(MESH_FILES.key, version.identity.key);
    put(MESH_FILES.trust, version.trust);
    if (version.revoked !== undefined) put('revoked.pem', version.revoked);
    const here = path.join(directory, folder);
    for (const [{ file }, document] of secretDocuments(this.node, here, version))
      put(file, JSON.stringify(document));
    const link = path.join(directory, 'current');
    symlinkSync(folder, `${link}.new`);
    renameSync(`${link}.new`, link);
  }
}

/** Resources of the secret discovery service, each with the file it goes to. */
export function secretDocuments(
  { callers, peers }: MeshNode,
  folder: string,
  { pins, revoked }: Pick<MeshVersion, 'pins' | 'revoked'>,
): readonly (readonly [SecretName, object])[] {
  // of this version, so that no other version's key comes between
  const file = (name: string) => ({ filename: path.join(folder, path.basename(name)) });
  const secret = (name: SecretName, content: object) => {
    const type = 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret';
    return [name, { resources: [{ '@type': type, name: name.name, ...content }] }] as const;
  };
  const trusting = (name: SecretName, services: readonly string[]) => {
    const known = services.flatMap((service) => pins[service] ?? []);
    return secret(name, {
      validation_context: {
        trusted_ca: file(MESH_FILES.trust),
        ...(revoked === undefined ? {} : { crl: file('revoked.pem') }),
        verify_certificate_spki: known.length === 0 ? [NO_KEY] : known,
      },
    });
  };
  return [
    secret(IDENTITY, {
      tls_certificate: {
        certificate_chain: file(MESH_FILES.certificate),
        private_key: file(MESH_FILES.key),
      },
    }),
    trusting(
      CALLERS,
      callers.map(({ service }) => service),
    ),
    ...peers.map(({ service }) => trusting(peerSecret(service), [service])),
  ];
}
