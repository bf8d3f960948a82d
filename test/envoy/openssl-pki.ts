import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A certificate and its key, PEM, and the files they are in. */
export interface Minted {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly certificate: string;
  readonly key: string;
  /** Of the public key: SHA-256, base64, as Envoy pins it. */
  readonly pin: string;
}

export interface LeafOptions {
  readonly commonName?: string;
  /** URI names. */
  readonly ids?: readonly string[];
  readonly hosts?: readonly string[];
  /** @default - both sides */
  readonly usage?: 'clientAuth' | 'serverAuth' | 'clientAuth,serverAuth';
  /** Milliseconds from now. @default an hour ago */
  readonly from?: number;
  /** Milliseconds from now. @default in a week */
  readonly until?: number;
  /** Whose key the certificate is for. @default - a new one */
  readonly keyOf?: Minted;
}

/** Authorities and certificates by the `openssl` command: independent of every library under test. */
export class OpensslPki {
  #serial = 0;

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true });
  }

  /** An authority for certificates of services. Two of one name have different keys. */
  authority(name: string): Authority {
    const at = this.path(`authority-${this.next()}`);
    mkdirSync(at);
    const key = this.newKey(path.join(at, 'key.pem'));
    const file = path.join(at, 'certificate.pem');
    const request = ['req', '-x509', '-new', '-key', key, '-sha256', '-days', '30'];
    this.openssl(...request, '-subj', `/O=Invented/CN=${name}`, '-config', this.config(at), '-out', file);
    return { directory: at, certificateFile: file, keyFile: key };
  }

  leaf(authority: Authority, options: LeafOptions = {}): Minted {
    const name = `leaf-${this.next()}`;
    const keyFile = options.keyOf?.keyFile ?? this.newKey(this.path(`${name}.key`));
    const requestFile = this.path(`${name}.csr`);
    const certificateFile = this.path(`${name}.pem`);
    const subject = `/CN=${(options.commonName ?? 'service').replaceAll('/', '\\/')}`;
    this.openssl('req', '-new', '-key', keyFile, '-subj', subject, '-out', requestFile);
    const names = [
      ...(options.ids ?? []).map((id) => `URI:${id}`),
      ...(options.hosts ?? []).map((host) => `DNS:${host}`),
    ];
    const extensions = this.path(`${name}.ext`);
    writeFileSync(
      extensions,
      [
        'basicConstraints=critical,CA:FALSE',
        'keyUsage=critical,digitalSignature',
        `extendedKeyUsage=${options.usage ?? 'clientAuth,serverAuth'}`,
        ...(names.length > 0 ? [`subjectAltName=${names.join(',')}`] : []),
        '',
      ].join('\n'),
    );
    const by = ['-cert', authority.certificateFile, '-keyfile', authority.keyFile];
    const times = ['-startdate', stamp(options.from ?? -HOUR), '-enddate', stamp(options.until ?? 7 * DAY)];
    const files = ['-extfile', extensions, '-in', requestFile, '-out', certificateFile];
    const config = ['ca', '-batch', '-notext', '-md', 'sha256', '-config', this.config(authority.directory)];
    this.openssl(...config, ...by, ...times, ...files);
    return minted(certificateFile, keyFile);
  }

  trust(authority: Authority): string {
    return readFileSync(authority.certificateFile, 'utf8');
  }

  /** An authority that a certificate pretends to be: its key signs, though it is none. */
  pretender(leaf: Minted): Authority {
    const at = this.path(`pretender-${this.next()}`);
    mkdirSync(at);
    return { directory: at, certificateFile: leaf.certificateFile, keyFile: leaf.keyFile };
  }

  /** The list of what the authority has revoked, PEM. */
  revoked(authority: Authority, ...leaves: readonly Minted[]): string {
    const common = ['ca', '-batch', '-md', 'sha256', '-config', this.config(authority.directory)];
    const by = ['-cert', authority.certificateFile, '-keyfile', authority.keyFile];
    for (const leaf of leaves) this.openssl(...common, ...by, '-revoke', leaf.certificateFile);
    const file = path.join(authority.directory, 'revoked.pem');
    this.openssl(...common, ...by, '-gencrl', '-crldays', '2', '-out', file);
    return readFileSync(file, 'utf8');
  }

  private newKey(file: string): string {
    this.openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file);
    return file;
  }

  private config(at: string): string {
    const file = path.join(at, 'openssl.cnf');
    writeFileSync(
      file,
      `[ca]
default_ca=it
[it]
database=${at}/index
new_certs_dir=${at}
rand_serial=yes
unique_subject=no
policy=any
default_md=sha256
[any]
commonName=supplied
[req]
distinguished_name=dn
x509_extensions=root
[dn]
[root]
basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
`,
    );
    writeFileSync(path.join(at, 'index'), '', { flag: 'a' });
    return file;
  }

  private next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  private path(name: string): string {
    return path.join(this.directory, name);
  }

  private openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  }
}

export interface Authority {
  readonly directory: string;
  readonly certificateFile: string;
  readonly keyFile: string;
}

function minted(certificateFile: string, keyFile: string): Minted {
  const certificate = readFileSync(certificateFile, 'utf8');
  const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return {
    certificateFile,
    keyFile,
    certificate,
    key: readFileSync(keyFile, 'utf8'),
    pin: createHash('sha256').update(publicKey).digest('base64'),
  };
}

/** `YYYYMMDDHHMMSSZ` */
function stamp(fromNow: number): string {
  return new Date(Date.now() + fromNow).toISOString().replaceAll(/[-:T]|\.\d+/gu, '');
}
