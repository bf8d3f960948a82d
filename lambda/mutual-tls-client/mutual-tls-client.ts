import { request, type RequestOptions } from 'node:https';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { MembershipSource } from '../mesh/membership';
import { MembershipCache } from './membership-cache';
import { MutualTlsAgent } from './mutual-tls-agent';
import { mutualTlsError, refusal } from './mutual-tls-error';

/** Milliseconds. */
const CONNECTION_MS = 300_000;
const IDLE_MS = 30_000;

export interface MutualTlsClientProps {
  /** Where the identity of this function comes from. */
  readonly source: MembershipSource;
  /** Name of the one service that is called, such as `inference`. */
  readonly peer: string;
  /** Its DNS name, or that of what passes connections through to it. */
  readonly host: string;
  /** @default 8443 */
  readonly port?: number;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: () => number;
}

export interface MutualTlsRequest {
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT';
  /** With its query. */
  readonly path: string;
  /** @default - none */
  readonly headers?: OutgoingHttpHeaders;
  /** @default - none */
  readonly body?: string | Uint8Array;
  /** @default - none; a connection that says nothing for 30 seconds is given up */
  readonly signal?: AbortSignal;
}

/**
 * Calls one service of the mesh from a Lambda function: with the certificate of the function, the anchors of the mesh, TLS 1.2 or
 * later, exactly the SPIFFE id of the service, and one of its published keys. Make one beside the handler, not in it: it keeps
 * connections, and reads the secrets again every minute.
 */
export class MutualTlsClient {
  /** For libraries that take an `https.Agent`. Their errors are `MutualTlsError` where no connection came about. */
  readonly agent: MutualTlsAgent;
  readonly #members: MembershipCache;
  readonly #target: RequestOptions;

  constructor({ source, peer, host, port = 8443, now = Date.now }: MutualTlsClientProps) {
    this.#members = new MembershipCache(source, now);
    this.agent = new MutualTlsAgent({
      self: source.self,
      members: this.#members,
      peer,
      connectionMs: CONNECTION_MS,
      now,
    });
    this.#target = { host, port, agent: this.agent, timeout: IDLE_MS };
  }

  /**
   * Sends one request; the answer is for the caller to read. Nothing is tried twice.
   * @throws MutualTlsError
   */
  async request(asked: MutualTlsRequest): Promise<IncomingMessage> {
    const { method, path, headers, body, signal } = asked;
    const membership = await this.#members.current().catch(() => {
      throw refusal('SECRETS');
    });
    this.agent.turnTo(membership);
    return new Promise((resolve, reject) => {
      const call = request({
        ...this.#target,
        method,
        path,
        ...(headers && { headers }),
        ...(signal && { signal }),
      });
      call.once('response', resolve);
      call.once('timeout', () => call.destroy(refusal('CONNECTION')));
      call.on('error', (error) => {
        const known = mutualTlsError(error);
        // pins or identity may have changed since they were read
        if (known.code !== 'CONNECTION') this.#members.expire();
        reject(known);
      });
      call.end(body);
    });
  }

  /** Closes every connection. */
  close(): void {
    this.agent.destroy();
  }
}
