import { Aws, Duration, aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
import type { Construct, IDependable } from 'constructs';
import { MESH_SECRET_PREFIX, MESH_VARIABLES } from '../contract/mesh-identity';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';
import type { MeshTrustBundle } from './mesh-trust-bundle';
import type { IPrivateCertificateAuthority } from './private-certificate-authority';

export interface MeshRotationProps extends PhiFunctionPlace {
  readonly authority: IPrivateCertificateAuthority;
  readonly trust: MeshTrustBundle;
  /**
   * Calls AWS Private CA at its FIPS endpoint. The network needs an endpoint of the same kind.
   * @default false
   */
  readonly fips?: boolean;
}

/**
 * Issues the certificate of every service of a mesh: the rotation function of their secrets, and the only principal that may call
 * `acm-pca:IssueCertificate`. A policy cannot bind the name in a certificate, only its template: which SPIFFE id is issued is decided in
 * the function, from the ARN of the secret and from nothing that a caller may say.
 * Supports 45 CFR 164.312(d) and 164.312(e)(1).
 */
export class MeshRotation extends PhiFunction {
  readonly trust: MeshTrustBundle;
  /** What has to be there before a rotation can begin. */
  readonly ready: readonly IDependable[];

  constructor(scope: Construct, id: string, props: MeshRotationProps) {
    const { authority, trust, fips = false, ...place } = props;
    const identities = `arn:${Aws.PARTITION}:secretsmanager:${Aws.REGION}:${Aws.ACCOUNT_ID}:secret:${MESH_SECRET_PREFIX}${trust.trustDomain}/*`;
    super(scope, id, {
      ...place,
      bundle: 'mesh-rotation',
      description: `Rotates the identities of ${trust.trustDomain}`,
      memoryMiB: 512,
      // Secrets Manager gives a step so long; the calls in it have their own limits
      timeout: Duration.minutes(2),
      statements: [
        new iam.PolicyStatement({
          sid: 'RotateIdentities',
          actions: [
            'secretsmanager:DescribeSecret',
            'secretsmanager:GetSecretValue',
            'secretsmanager:PutSecretValue',
            'secretsmanager:UpdateSecretVersionStage',
          ],
          resources: [identities],
        }),
      ],
      environment: {
        ...trust.variables,
        [MESH_VARIABLES.authorityArn]: authority.authorityArn,
        [MESH_VARIABLES.authorityEndpoint]: `https://acm-pca${fips ? '-fips' : ''}.${Aws.REGION}.${Aws.URL_SUFFIX}`,
        [MESH_VARIABLES.templateArn]: authority.templateArn,
        [MESH_VARIABLES.trustDomain]: trust.trustDomain,
      },
    });
    this.trust = trust;
    trust.grantRead(this.permissions);
    trust.grantPublish(this.permissions);
    authority.grantIssue(this.permissions).assertSuccess();
    const invocation = new lambda.CfnPermission(this, 'RotatedBySecretsManager', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionArn,
      principal: 'secretsmanager.amazonaws.com',
      sourceAccount: Aws.ACCOUNT_ID,
    });
    this.ready = [authority.ready, invocation, this.permissions];
  }
}
