import { aws_iam as iam, aws_secretsmanager as secretsmanager, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { MESH_CERTIFICATE_DAYS } from '../contract/mesh';
import { MESH_MEMBER_VARIABLES, MESH_SECRET_PREFIX } from '../contract/mesh-identity';
import { ConfigurationError } from '../errors';
import type { MeshRotation } from './mesh-rotation';
import { SERVICE_NAME, spiffeId } from './spiffe-id';

export interface MeshIdentityProps {
  /** Name of the service, at most 40 lower-case letters, digits and hyphens. It stands in certificates and logs. */
  readonly service: string;
  readonly rotation: MeshRotation;
}

/**
 * Certificate and key of one service, in a secret that rotates every two days; the certificate lives for seven. The first rotation
 * follows the creation of the secret at once. The key after the next one is made with it and published, so that peers know a key two
 * days before it is used.
 *
 * The secret has a name of its own, as who a certificate is for is read from it. After a deletion the name is taken for 30 days.
 * Supports 45 CFR 164.312(d).
 * @throws ConfigurationError `Service` that is no name
 */
export class MeshIdentity extends Construct {
  readonly service: string;
  readonly spiffeId: string;
  readonly secret: secretsmanager.Secret;
  readonly #rotation: MeshRotation;

  constructor(scope: Construct, id: string, props: MeshIdentityProps) {
    super(scope, id);
    const { service, rotation } = props;
    const { trustDomain, encryptionKey } = rotation.trust;
    if (!SERVICE_NAME.test(service)) {
      throw new ConfigurationError(
        this,
        'Service',
        `service is '${service}'; give at most 40 lower-case letters, digits and hyphens, such as ai-gateway`,
      );
    }
    this.service = service;
    this.spiffeId = spiffeId(trustDomain, service);
    this.#rotation = rotation;
    this.secret = new secretsmanager.Secret(this, 'Resource', {
      secretName: `${MESH_SECRET_PREFIX}${trustDomain}/${service}`,
      description: `Certificate and key of ${this.spiffeId}`,
      encryptionKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // the L2 would write the function's role, which is complete, and let Secrets Manager in a second time
    const schedule = new secretsmanager.CfnRotationSchedule(this, 'Rotation', {
      secretId: this.secret.secretArn,
      rotationLambdaArn: rotation.function.functionArn,
      rotateImmediatelyOnUpdate: true,
      rotationRules: { scheduleExpression: `rate(${MESH_CERTIFICATE_DAYS.rotate} days)` },
    });
    schedule.node.addDependency(...rotation.ready);
  }

  /** What the certificate agent, or a function that calls others, finds in its environment. */
  get variables(): Readonly<Record<string, string>> {
    return {
      ...this.#rotation.trust.variables,
      [MESH_MEMBER_VARIABLES.identitySecretArn]: this.secret.secretArn,
    };
  }

  /** Lets the service itself read its key, and what it has to know of others. Whoever may is the service. */
  grantRead(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secret.secretArn],
    }).assertSuccess();
    this.#rotation.trust.grantRead(grantee);
  }
}
