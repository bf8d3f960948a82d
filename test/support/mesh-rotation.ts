import { createCertificateAuthority } from '../../lambda/mesh-rotation/certificate-authority';
import { createPrivateCa } from '../../lambda/mesh-rotation/private-ca';
import { createRotation, STEPS } from '../../lambda/mesh-rotation/rotation';
import { parseIdentity, type Identity } from '../../lambda/mesh/identity';
import { createPinStore, type PinStore } from '../../lambda/mesh/pin-store';
import { createSecrets } from '../../lambda/mesh/secrets';
import { LoopbackPrivateCa } from './loopback-private-ca';
import { LoopbackSecrets } from './loopback-secrets';

export const TEMPLATE_ARN = 'arn:aws:acm-pca:::template/EndEntityCertificate_APIPassthrough/V1';
export const TRUST_DOMAIN = 'phi.internal';

/** A mesh without its services: the CA, Secrets Manager, and the rotation between them. */
export class MeshOfTest {
  readonly pins: PinStore;
  readonly rotate: ReturnType<typeof createRotation>;

  private constructor(
    readonly ca: LoopbackPrivateCa,
    readonly secrets: LoopbackSecrets,
    readonly anchorsArn: string,
    readonly pinsArn: string,
  ) {
    const store = createSecrets(secrets.client());
    this.pins = createPinStore(store, pinsArn);
    this.rotate = createRotation({
      secrets: store,
      pins: this.pins,
      authority: createCertificateAuthority({
        call: createPrivateCa({
          endpoint: ca.endpoint,
          region: 'us-east-1',
          credentials: () => Promise.resolve({ accessKeyId: 'test', secretAccessKey: 'test' }),
          pause: () => Promise.resolve(),
        }),
        authorityArn: ca.arn,
        templateArn: TEMPLATE_ARN,
      }),
      anchorsSecretArn: anchorsArn,
      trustDomain: TRUST_DOMAIN,
    });
  }

  static async start(): Promise<MeshOfTest> {
    const [ca, secrets] = await Promise.all([LoopbackPrivateCa.start(), LoopbackSecrets.start()]);
    const anchorsArn = secrets.create('hipaa-ai-mesh-trust/anchors', ca.root.pem);
    const pinsArn = secrets.create('hipaa-ai-mesh-trust/pins', '{"services":{},"seed":"invented"}');
    return new MeshOfTest(ca, secrets, anchorsArn, pinsArn);
  }

  async stop(): Promise<void> {
    await Promise.all([this.ca.stop(), this.secrets.stop()]);
  }

  /** An identity secret as it is born: with a password in it. */
  service(name: string, trustDomain = TRUST_DOMAIN): string {
    return this.secrets.create(`hipaa-ai-mesh/${trustDomain}/${name}`, 'a password of no use');
  }

  /** A whole rotation, as Secrets Manager runs it. */
  async rotation(secretArn: string, token = this.secrets.beginRotation(secretArn)): Promise<void> {
    for (const Step of STEPS) await this.rotate({ Step, SecretId: secretArn, ClientRequestToken: token });
  }

  identity(secretArn: string, label?: string): Identity | undefined {
    return parseIdentity(this.secrets.text(secretArn, label) ?? '');
  }

  /** The identity in use. */
  current(secretArn: string): Identity {
    const identity = this.identity(secretArn);
    if (!identity) throw new Error('there is no identity');
    return identity;
  }
}
