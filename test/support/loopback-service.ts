import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo, Server, Socket } from 'node:net';

/** What a client of the AWS SDK asked. */
export interface ServiceRequest {
  readonly path: string;
  /** The operation, where the protocol names it in a header. */
  readonly target: string | undefined;
  readonly body: unknown;
}

/** What the service says, or that it says nothing for ever, or that the connection is lost before it can. */
export type ServiceAnswer = { readonly status?: number; readonly body: unknown } | 'silence' | 'hang-up';

/**
 * An AWS service on loopback that speaks JSON: over HTTP/1.1, or over HTTP/2 without TLS as the client of Bedrock wants it.
 * It is the seam: the SDK in front of it is the real one.
 */
export class LoopbackService {
  endpoint = '';
  readonly requests: ServiceRequest[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(
    protocol: 'http1' | 'http2',
    respond: (request: ServiceRequest) => ServiceAnswer | Promise<ServiceAnswer>,
  ) {
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      void request.toArray().then(async (chunks) => {
        const target = request.headers['x-amz-target'];
        const asked = {
          path: request.url ?? '',
          target: target === undefined ? undefined : String(target),
          body: JSON.parse(Buffer.concat(chunks as Uint8Array[]).toString('utf8')) as unknown,
        };
        this.requests.push(asked);
        const answer = await respond(asked);
        if (answer === 'silence') return;
        if (answer === 'hang-up') {
          request.socket.destroy();
          return;
        }
        response.writeHead(answer.status ?? 200, {
          'content-type': protocol === 'http1' ? 'application/x-amz-json-1.1' : 'application/json',
        });
        response.end(JSON.stringify(answer.body));
      });
    };
    this.#server =
      protocol === 'http1'
        ? createServer(handle)
        : createHttp2Server((request, response) => {
            handle(request as unknown as IncomingMessage, response as unknown as ServerResponse);
          });
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(
    protocol: 'http1' | 'http2',
    respond: (request: ServiceRequest) => ServiceAnswer | Promise<ServiceAnswer>,
  ): Promise<LoopbackService> {
    const service = new LoopbackService(protocol, respond);
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    service.endpoint = `http://127.0.0.1:${(service.#server.address() as AddressInfo).port}`;
    return service;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
