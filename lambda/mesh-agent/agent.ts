import path from 'node:path';
import { MESH_FILES } from '../../lib/contract/mesh';
import { checkCertificate, type CertificateFault } from '../mesh/check-certificate';
import type { Identity } from '../mesh/identity';
import { isRevoked, pinsOf, type Pins } from '../mesh/pins';
import type { Membership, MembershipSource } from '../mesh/membership';
import { behindLink, envoySecrets } from './envoy-secrets';
import type { VersionFolder } from './version-folder';

/** Milliseconds between two looks. A revocation is known everywhere after one of them. */
export const LOOK_EVERY_MS = 60_000;
/** A key that peers were not told of a rotation ahead waits so long: all of them have looked since it was pinned. */
export const GRACE_MS = 3 * LOOK_EVERY_MS;

export type LookCode =
  | 'CURRENT'
  /** Secrets Manager gave nothing new; what is held is still good. */
  | 'STALE'
  /** A new identity waits until peers know it. */
  | 'WAITING'
  /** What Secrets Manager gave is not fit for use; what is held is still good. */
  | 'REFUSED'
  /** There is nothing to serve. */
  | 'NONE'
  | 'EXPIRED'
  | 'REVOKED';

/** What the agent found. Holds no key and no pin. */
export interface Look {
  readonly healthy: boolean;
  readonly code: LookCode;
  readonly fault?: CertificateFault;
  /** Of the certificate that is served, milliseconds since 1970. */
  readonly notAfter?: number;
}

export interface AgentProps {
  readonly source: MembershipSource;
  readonly folder: VersionFolder;
  readonly callers: readonly string[];
  readonly peers: readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface Held {
  readonly identity: Identity;
  readonly notAfter: number;
}

const FILES = {
  certificate: behindLink(MESH_FILES.certificate),
  key: behindLink(MESH_FILES.key),
  trust: behindLink(MESH_FILES.trust),
} as const;

/** Keeps the folder as the secrets say: whole pairs that are valid now, or nothing. */
export function createAgent({ now = Date.now, ...props }: AgentProps) {
  const { source, folder, callers, peers } = props;
  let held: Held | undefined;
  let written = '';

  /** Serves what it has as long as that is good. */
  async function keep(code: LookCode, fault?: CertificateFault): Promise<Look> {
    const why = fault === undefined ? {} : { fault };
    if (held && now() < held.notAfter) return { healthy: true, code, notAfter: held.notAfter, ...why };
    const emptied = await nothing(held ? 'EXPIRED' : 'NONE');
    return { ...emptied, ...why };
  }

  async function nothing(code: LookCode): Promise<Look> {
    held = undefined;
    written = '';
    await folder.withdraw();
    return { healthy: false, code };
  }

  async function serve({ identity, notAfter }: Held, { anchors, pins }: Membership): Promise<void> {
    const content = JSON.stringify([identity.certificate, identity.pin, anchors, knownPins(pins)]);
    held = { identity, notAfter };
    if (content === written) return;
    const next = folder.nextVersion();
    await folder.publish(
      next,
      new Map([
        [FILES.certificate, identity.certificate],
        [FILES.key, identity.key],
        [FILES.trust, anchors],
        ...envoySecrets({ folder: path.resolve(next), files: FILES, pins, callers, peers }),
      ]),
    );
    written = content;
  }

  const knownPins = (pins: Pins) => [...callers, ...peers].map((service) => pinsOf(pins, service));

  function mustWait(identity: Identity, pins: Pins): boolean {
    if (!held || now() >= held.notAfter || held.identity.pin === identity.pin) return false;
    // the key was told of with the one in use, or the one in use is no longer known
    if (held.identity.nextPin === identity.pin) return false;
    if (!pinsOf(pins, source.self.service).includes(held.identity.pin)) return false;
    return now() < Date.parse(identity.createdAt) + GRACE_MS;
  }

  return async (): Promise<Look> => {
    const read = await source.read().catch(() => undefined);
    if (!read) return keep('STALE');
    const { identity, anchors, pins } = read;
    if (isRevoked(pins, source.self.service)) return nothing('REVOKED');
    const judged = checkCertificate({ ...identity, anchors, spiffeId: source.self.spiffeId, now: now() });
    if (typeof judged === 'string') return keep('REFUSED', judged);
    if (held && mustWait(identity, pins)) {
      await serve(held, read);
      return { healthy: true, code: 'WAITING', notAfter: held.notAfter };
    }
    await serve({ identity, notAfter: judged.notAfter }, read);
    return { healthy: true, code: 'CURRENT', notAfter: judged.notAfter };
  };
}
