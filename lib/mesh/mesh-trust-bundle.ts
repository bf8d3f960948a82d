import {
  Aws,
  aws_iam as iam,
  aws_kms as kms,
  aws_secretsmanager as secretsmanager,
  Fn,
  RemovalPolicy,
  SecretValue,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { MESH_VARIABLES } from '../contract/mesh-identity';
import { ConfigurationError } from '../errors';
import type { IPrivateCertificateAuthority } from './private-certificate-authority';
import { TRUST_DOMAIN } from './spiffe-id';

export interface MeshTrustBundleProps {
  /** Name of the mesh in every SPIFFE id, such as `phi.internal`. Nobody resolves it. */
  readonly trustDomain: string;
  /** Whose certificates are trusted: one CA, or two while one takes over from the other. */
  readonly authorities: readonly IPrivateCertificateAuthority[];
  /** Encrypts identities, anchors and pins; its policy must let Secrets Manager use it. */
  readonly encryptionKey: kms.IKey;
}

const MOST_AUTHORITIES = 2;

/**
 * What services of a mesh know of one another: the trust anchors, which the template says, and the pins of all keys, which rotation
 * and revocation write. Two secrets, so that a deployment does not undo a revocation. Neither holds a private key; whoever can write
 * them decides who is trusted.
 *
 * A CA is changed in three deployments: add the new one here, have rotations issue from it, and take the old one away when the
 * last certificate of it ran out, a week later.
 * @throws ConfigurationError `TrustDomain`; `Authorities` none, or more than two
 */
export class MeshTrustBundle extends Construct {
  readonly trustDomain: string;
  readonly encryptionKey: kms.IKey;
  readonly anchors: secretsmanager.Secret;
  readonly pins: secretsmanager.Secret;

  constructor(scope: Construct, id: string, props: MeshTrustBundleProps) {
    super(scope, id);
    const { trustDomain, authorities, encryptionKey } = props;
    if (!TRUST_DOMAIN.test(trustDomain)) {
      throw new ConfigurationError(
        this,
        'TrustDomain',
        `trustDomain is '${trustDomain}'; give a name in lower case with a dot, such as phi.internal`,
      );
    }
    if (authorities.length < 1 || authorities.length > MOST_AUTHORITIES) {
      throw new ConfigurationError(
        this,
        'Authorities',
        `there are ${authorities.length} authorities; give one, or two while one takes over`,
      );
    }
    this.trustDomain = trustDomain;
    // by its ARN: the L2 of a secret would write statements of its own into a policy that is complete
    this.encryptionKey = kms.Key.fromKeyArn(this, 'Key', encryptionKey.keyArn);
    this.anchors = new secretsmanager.Secret(this, 'Anchors', {
      description: `Trust anchors of ${trustDomain}`,
      encryptionKey: this.encryptionKey,
      // certificates are public; they are here for whoever could change them
      secretStringValue: SecretValue.unsafePlainText(
        Fn.join(
          '\n',
          authorities.map(({ anchor }) => anchor),
        ),
      ),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.pins = new secretsmanager.Secret(this, 'Pins', {
      description: `Published keys of ${trustDomain}`,
      encryptionKey: this.encryptionKey,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ services: {} }),
        generateStringKey: 'seed',
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** What whoever reads them finds in its environment. */
  get variables(): Readonly<Record<string, string>> {
    return {
      [MESH_VARIABLES.anchorsSecretArn]: this.anchors.secretArn,
      [MESH_VARIABLES.pinsSecretArn]: this.pins.secretArn,
    };
  }

  /** Lets a member read anchors and pins. */
  grantRead(grantee: iam.IGrantable): void {
    grant(grantee, ['secretsmanager:GetSecretValue'], this.anchors.secretArn, this.pins.secretArn);
    this.#grantKey(grantee, 'kms:Decrypt');
  }

  /** Lets a function publish and withdraw pins. */
  grantPublish(grantee: iam.IGrantable): void {
    grant(
      grantee,
      [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      this.pins.secretArn,
    );
    this.#grantKey(grantee, 'kms:Decrypt', 'kms:GenerateDataKey');
  }

  /** Other things may be under the key: it is used for secrets, and for nothing else. */
  #grantKey(grantee: iam.IGrantable, ...actions: string[]): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.amazonaws.com` } },
    }).assertSuccess();
  }
}

function grant(grantee: iam.IGrantable, actions: readonly string[], ...resourceArns: string[]): void {
  iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns }).assertSuccess();
}
