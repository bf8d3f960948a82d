import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions, TLSSocket } from 'node:tls';

/** A server of HTTPS on loopback that counts and closes. */
export class MeshServer {
  requests = 0;
  /** Connections that were ever admitted. */
  opened = 0;
  /** Serial numbers of the certificates clients showed. */
  readonly shown = new Set<string>();
  readonly #server: Server;

  constructor(options: TlsOptions, isAdmitted: (socket: TLSSocket) => boolean = () => true) {
    this.#server = createServer(
      { requestCert: true, rejectUnauthorized: true, ...options },
      (request, response) => {
        const socket = request.socket as TLSSocket;
        this.requests += 1;
        if (!isAdmitted(socket)) {
          response.writeHead(403).end();
          return;
        }
        this.shown.add(socket.getPeerCertificate().serialNumber);
        response.end('an answer');
      },
    );
    this.#server.on('secureConnection', () => (this.opened += 1));
    this.#server.on('tlsClientError', () => undefined);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  reload(options: { readonly cert: string; readonly key: string; readonly ca: string }): void {
    this.#server.setSecureContext(options);
  }

  async connections(): Promise<number> {
    return new Promise((resolve) => this.#server.getConnections((_, count) => resolve(count)));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
