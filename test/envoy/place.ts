import http from 'node:http';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { envoyBootstrap } from '../../lib/mesh/bootstrap/envoy-bootstrap';
import type { MeshNode } from '../../lib/mesh/bootstrap/mesh-node';
import { NODE } from '../mesh/mesh-nodes';
import { OpensslPki } from './openssl-pki';
import { matrix, type Matrix } from './cases';
import { freePort, RunningEnvoy } from './envoy';
import { MeshFolder } from './mesh-folder';
import { fileOf } from './tls-client';

/** A service behind a real Envoy, with every certificate that could be shown to it. */
export class Place {
  private constructor(
    readonly directory: string,
    readonly app: http.Server,
    readonly certificates: Matrix,
    readonly pki: OpensslPki,
  ) {}

  static async open(): Promise<Place> {
    // short: the path of a Unix socket has at most 107 characters
    const directory = mkdtempSync(path.join(tmpdir(), 'mesh-'));
    const pki = new OpensslPki(path.join(directory, 'pki'));
    // says what arrived, for a look at headers
    const app = http.createServer((request, response) => {
      request.resume();
      response.end(JSON.stringify({ url: request.url, headers: request.headers }));
    });
    app.listen(0, '127.0.0.1');
    await once(app, 'listening');
    return new Place(directory, app, matrix(pki), pki);
  }

  /** The node under test, with ports that are free and folders of its own. */
  async node(name: string, changes: Partial<MeshNode> = {}): Promise<MeshNode> {
    const directory = path.join(this.directory, name);
    mkdirSync(directory);
    return {
      ...NODE,
      appPort: (this.app.address() as net.AddressInfo).port,
      inboundPort: await freePort(),
      peers: [],
      directory,
      adminPipe: path.join(directory, 'admin.sock'),
      ...changes,
    };
  }

  /** The folder of a node, with its first certificate and the pins of everybody in the matrix. */
  folder(node: MeshNode): MeshFolder {
    const folder = new MeshFolder(node);
    folder.write(this.version());
    return folder;
  }

  version() {
    const { server, good, other, trustFile } = this.certificates;
    const pins = { orchestrator: [good.pin], billing: [other.pin], vector: [server.pin] };
    return { identity: server, trust: fileOf(trustFile), pins };
  }

  /** @param weaken changes the bootstrap before Envoy reads it */
  start(node: MeshNode, weaken: (text: string) => string = (text) => text): Promise<RunningEnvoy> {
    const bootstrap: unknown = JSON.parse(weaken(JSON.stringify(envoyBootstrap(node))));
    return RunningEnvoy.start(bootstrap, node.directory);
  }

  async close(): Promise<void> {
    this.app.closeAllConnections();
    this.app.close();
    await once(this.app, 'close');
    rmSync(this.directory, { recursive: true, force: true });
  }
}
