import { Agent, type AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import type { Membership } from '../mesh/membership';
import { isRevoked, pinsOf } from '../mesh/pins';
import type { ServiceIdentity } from '../mesh/service-identity';
import type { MembershipCache } from './membership-cache';
import { mutualTlsError, refusal } from './mutual-tls-error';
import { peerConnection } from './peer';

/** Milliseconds. */
const HANDSHAKE_MS = 5_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface MutualTlsAgentProps {
  readonly self: ServiceIdentity;
  readonly members: MembershipCache;
  /** The one service that is called. */
  readonly peer: string;
  /** Milliseconds after which a connection takes no further request. */
  readonly connectionMs: number;
  readonly now: () => number;
}

interface Bounds {
  /** What was shown and what was looked for, as {@link MutualTlsAgent.turnTo} has it. */
  readonly standing: string;
  readonly reuseUntil: number;
}

/**
 * An `https.Agent` for one service of the mesh. Connections are kept alive, but none outlives either certificate, and none is used
 * again once the identity or a pin changed. Sessions are not resumed: a resumed one skips the look at the other's certificate.
 */
export class MutualTlsAgent extends Agent {
  readonly #bounds = new WeakMap<Duplex, Bounds>();
  #standing = '';

  constructor(private readonly props: MutualTlsAgentProps) {
    super({ keepAlive: true, maxCachedSessions: 0 });
  }

  override createConnection(
    options: AgentOptions & { readonly host?: string; readonly port?: number },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const { host = '', port = 443 } = options;
    // `Agent` waits for the callback where nothing is returned; with an error it looks at nothing else
    const answer = callback as ((error: Error | null, stream?: Duplex) => void) | undefined;
    this.#connect(host, port).then(
      (socket) => answer?.(null, socket),
      (error: unknown) => answer?.(mutualTlsError(error)),
    );
  }

  override keepSocketAlive(socket: Duplex): boolean {
    if (!this.#isCurrent(socket)) return false;
    super.keepSocketAlive(socket);
    return true;
  }

  /**
   * Lets no idle connection go on that another identity, or other pins, made, or whose time is over: a function that was frozen
   * finds connections that nobody on the other side has kept.
   */
  turnTo({ identity, pins }: Membership): void {
    const { peer, self } = this.props;
    const standing = JSON.stringify([identity.pin, isRevoked(pins, self.service), pinsOf(pins, peer)]);
    this.#standing = standing;
    for (const sockets of Object.values(this.freeSockets))
      for (const socket of sockets ?? []) if (!this.#isCurrent(socket)) socket.destroy();
  }

  #isCurrent(socket: Duplex): boolean {
    const bounds = this.#bounds.get(socket);
    return bounds?.standing === this.#standing && this.props.now() < bounds.reuseUntil;
  }

  async #connect(host: string, port: number): Promise<TLSSocket> {
    const { self, members, peer, now, connectionMs } = this.props;
    const membership = await members.current().catch(() => {
      throw refusal('SECRETS');
    });
    const { options, notAfter } = peerConnection(self, membership, peer, now());
    this.turnTo(membership);
    const standing = this.#standing;
    const socket = await handshake(connect({ ...options, host, port }));
    const until = Math.min(notAfter, Date.parse(socket.getPeerCertificate().valid_to));
    this.#bounds.set(socket, { standing, reuseUntil: Math.min(until, now() + connectionMs) });
    const end = setTimeout(
      () => socket.destroy(refusal('CONNECTION')),
      Math.min(until - now(), LONGEST_TIMER_MS),
    );
    end.unref();
    socket.once('close', () => clearTimeout(end));
    return socket;
  }
}

/** A refusal must not come as an event that nobody listens to. */
function handshake(socket: TLSSocket): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => socket.destroy(refusal('CONNECTION')), HANDSHAKE_MS);
    const fail = (error?: unknown): void => {
      clearTimeout(giveUp);
      reject(mutualTlsError(error));
    };
    socket.once('error', fail);
    socket.once('close', fail);
    socket.once('secureConnect', () => {
      clearTimeout(giveUp);
      socket.off('error', fail);
      socket.off('close', fail);
      resolve(socket);
    });
  });
}
