import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import './reflect-metadata';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

export type KeyPair = Awaited<ReturnType<typeof newKeys>>;

export function newKeys() {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

export async function keyPem({ privateKey }: KeyPair): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function serial(): string {
  return `01${randomBytes(15).toString('hex')}`;
}

export interface LeafProps {
  readonly commonName?: string;
  readonly uris?: readonly string[];
  readonly dnsNames?: readonly string[];
  readonly uses?: readonly ('client' | 'server')[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly isCa?: boolean;
  /** Whose key the certificate says it was signed with. By default the one it was. */
  readonly claimedIssuer?: TestAuthority;
  /** Whose certificate it is. By default a key of its own. */
  readonly publicKey?: x509.PublicKey;
}

export interface Leaf {
  /** PEM: the leaf, and the CAs below the root. */
  readonly certificate: string;
  readonly key: string;
}

/** A CA with real X.509 (`@peculiar/x509`). */
export class TestAuthority {
  private constructor(
    readonly certificate: x509.X509Certificate,
    readonly keys: KeyPair,
    private readonly issuer?: TestAuthority,
  ) {}

  get pem(): string {
    return `${this.certificate.toString('pem')}\n`;
  }

  static async create(name: string, issuer?: TestAuthority): Promise<TestAuthority> {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: serial(),
      subject: `CN=${name}`,
      issuer: issuer?.certificate.subject ?? `CN=${name}`,
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: new Date(Date.now() + 365 * DAY_MS),
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: (issuer?.keys ?? keys).privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(true, issuer ? 0 : 1, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
        ...(issuer ? [await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate)] : []),
      ],
    });
    return new TestAuthority(certificate, keys, issuer);
  }

  async sign(props: LeafProps & { readonly publicKey: x509.PublicKey }): Promise<x509.X509Certificate> {
    const names: x509.JsonGeneralNames = [
      ...(props.uris ?? []).map((value) => ({ type: 'url' as const, value })),
      ...(props.dnsNames ?? []).map((value) => ({ type: 'dns' as const, value })),
    ];
    const uses = (props.uses ?? ['server', 'client']).map((use) =>
      use === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth,
    );
    return x509.X509CertificateGenerator.create({
      serialNumber: serial(),
      subject: `CN=${props.commonName ?? 'invented'}`,
      issuer: this.certificate.subject,
      notBefore: props.notBefore ?? new Date(Date.now() - DAY_MS / 24),
      notAfter: props.notAfter ?? new Date(Date.now() + 7 * DAY_MS),
      signingAlgorithm: ALGORITHM,
      publicKey: props.publicKey,
      signingKey: this.keys.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(props.isCa ?? false, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.digitalSignature | (props.isCa === true ? x509.KeyUsageFlags.keyCertSign : 0),
          true,
        ),
        new x509.ExtendedKeyUsageExtension(uses),
        ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
        await x509.AuthorityKeyIdentifierExtension.create((props.claimedIssuer ?? this).certificate),
      ],
    });
  }

  async leaf(props: LeafProps = {}): Promise<Leaf> {
    const keys = await newKeys();
    const publicKey = new x509.PublicKey(await webcrypto.subtle.exportKey('spki', keys.publicKey));
    const certificate = await this.sign({ publicKey, ...props });
    const chain = this.issuer ? this.pem : '';
    return { certificate: `${certificate.toString('pem')}\n${chain}`, key: await keyPem(keys) };
  }
}

/** Reads a signing request and refuses one whose signature is not that of its key. */
export async function readRequest(pem: string): Promise<x509.Pkcs10CertificateRequest> {
  const request = new x509.Pkcs10CertificateRequest(pem);
  if (!(await request.verify())) throw new Error('the signature of the request is wrong');
  return request;
}
