/** A method a route may be called with. */
export type MeshMethod = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT';

/** What a caller may ask for. */
export interface MeshRoute {
  /** `/v1/redact` is this path alone, `/v1/*` whatever is below it. Queries are no part of it. */
  readonly path: string;
  /** @default - every method */
  readonly methods?: readonly MeshMethod[];
}

/** A service that may call. */
export interface MeshCaller {
  readonly service: string;
  /** None: every route. */
  readonly routes: readonly MeshRoute[];
}

/** A service that is called. */
export interface MeshPeer {
  readonly service: string;
  /** DNS name that has an A record for each of its tasks. */
  readonly host: string;
  /** Port of its Envoy. */
  readonly port: number;
  /** Port on loopback at which the application reaches it, without TLS: it does not leave the task. */
  readonly localPort: number;
}

/** A load balancer that verifies clients of the mesh: its own certificate is of another authority, and names a host. */
export interface MeshOutsidePeer extends MeshPeer {
  /** PEM of the authorities that may vouch for it: no public list, these. */
  readonly anchors: string;
}

/** One service as its Envoy sees it. */
export interface MeshNode {
  readonly service: string;
  readonly trustDomain: string;
  /** Port on loopback at which the application listens. */
  readonly appPort: number;
  /** Port at which callers arrive, with mutual TLS. */
  readonly inboundPort: number;
  /** None: no port is opened. */
  readonly callers: readonly MeshCaller[];
  readonly peers: readonly MeshPeer[];
  /** @default - none */
  readonly outsidePeers?: readonly MeshOutsidePeer[];
  /** Folder that the certificate agent fills. */
  readonly directory: string;
  /** After which a connection is renewed, in seconds: the new one is made with the certificate of then. */
  readonly connectionSeconds: number;
  /** Longest time one request may take, in seconds. */
  readonly requestSeconds: number;
  /** Connections that are open at once. */
  readonly connections: number;
  /**
   * Unix socket of Envoy's administration interface, for tests and measurements.
   * @default - none: whoever reaches it can stop Envoy and read its configuration
   */
  readonly adminPipe?: string;
}
