import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { envoySecrets } from '../../lambda/mesh-agent/envoy-secrets';
import type { MeshNode } from '../../lib/mesh/bootstrap/mesh-node';
import type { Minted } from './openssl-pki';

export interface MeshVersion {
  readonly identity: Minted;
  /** PEM. */
  readonly trust: string;
  /** By service. */
  readonly pins: Readonly<Record<string, readonly string[]>>;
}

const FILES = { certificate: 'certificate.pem', key: 'key.pem', trust: 'trust.pem' } as const;

/** The folder of a node as the certificate agent fills it, with certificates of the test: a new folder, then one rename. */
export class MeshFolder {
  #version = 0;

  constructor(private readonly node: MeshNode) {}

  write({ identity, trust, pins }: MeshVersion): void {
    this.#version += 1;
    const { directory } = this.node;
    const version = `v${this.#version}`;
    const folder = path.join(directory, version);
    mkdirSync(folder, { recursive: true });
    const files = new Map<string, string>([
      [FILES.certificate, identity.certificate],
      [FILES.key, identity.key],
      [FILES.trust, trust],
      ...secretFiles(this.node, folder, pins),
    ]);
    for (const [name, text] of files) writeFileSync(path.join(folder, name), text, { mode: 0o600 });
    const link = path.join(directory, 'current');
    symlinkSync(version, `${link}.new`);
    renameSync(`${link}.new`, link);
  }
}

/** What the agent writes for a node, by the name of the file. */
export function secretFiles(
  { callers, peers }: MeshNode,
  folder: string,
  pins: MeshVersion['pins'],
): ReadonlyMap<string, string> {
  const names = (services: readonly { readonly service: string }[]) => services.map(({ service }) => service);
  const services = Object.fromEntries(
    Object.entries(pins).map(([service, known]) => [service, { pins: [...known] }]),
  );
  return envoySecrets({
    folder,
    files: FILES,
    pins: { services },
    callers: names(callers),
    peers: names(peers),
  });
}
