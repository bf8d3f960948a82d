import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface OpensslServerProps {
  readonly certificate: string;
  readonly key: string;
  /** Whose clients it lets in. */
  readonly clientAnchors: string;
  readonly version: 'TLSv1.2' | 'TLSv1.3';
}

/** `openssl s_server`: tells a client by an alert that it is refused, as Envoy does and a server of Node does not. */
export class OpensslServer {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(props: OpensslServerProps): Promise<OpensslServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-openssl-'));
    const at = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text, { mode: 0o600 });
      return path.join(folder, name);
    };
    const child = spawn('openssl', [
      's_server',
      '-accept',
      '127.0.0.1:0',
      '-www',
      props.version === 'TLSv1.2' ? '-tls1_2' : '-tls1_3',
      '-cert',
      at('certificate.pem', props.certificate),
      '-key',
      at('key.pem', props.key),
      '-CAfile',
      at('anchors.pem', props.clientAnchors),
      '-Verify',
      '2',
      '-verify_return_error',
    ]);
    const port = await new Promise<number>((resolve, reject) => {
      let said = '';
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`openssl: ${said}`)));
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          const found = /ACCEPT [^\s]*:(?<port>\d+)/u.exec(said)?.groups?.['port'];
          if (found !== undefined) resolve(Number(found));
        });
    });
    return new OpensslServer(port, child, folder);
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('close', resolve));
    this.process.kill('SIGKILL');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
