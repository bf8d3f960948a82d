import {
  aws_ecr as ecr,
  aws_iam as iam,
  aws_kms as kms,
  aws_logs as logs,
  aws_secretsmanager as secretsmanager,
  type Stack,
} from 'aws-cdk-lib';
import { MeshService } from '../../lib/mesh/mesh-service';
import type { MeshServiceProps } from '../../lib/mesh/mesh-service-props';
import type { IServiceIdentity } from '../../lib/mesh/service-identity';
import { ServiceMesh, type ServiceMeshProps } from '../../lib/mesh/service-mesh';
import { spiffeId } from '../../lib/mesh/spiffe-id';
import { PrivateNetwork } from '../../lib/network/private-network';
import { testStack } from '../support/synthesize';

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** A mesh in a stack of its own, as somebody would write it. */
export class MeshPlace {
  readonly stack: Stack = testStack();
  readonly key = new kms.Key(this.stack, 'Key', { enableKeyRotation: true });
  readonly image = { repository: new ecr.Repository(this.stack, 'Images'), digest: DIGEST };
  readonly mesh: ServiceMesh;
  #count = 0;

  constructor(changes: Partial<ServiceMeshProps> = {}) {
    const network = new PrivateNetwork(this.stack, 'Network', {
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      logKey: this.key,
      logRetention: logs.RetentionDays.SIX_YEARS,
    });
    this.mesh = new ServiceMesh(this.stack, 'Mesh', {
      vpc: network.vpc,
      workloadSecurityGroup: network.workloadSecurityGroup,
      trustDomain: 'phi.internal',
      envoyImage: this.image,
      agentImage: this.image,
      logKey: this.key,
      logRetention: logs.RetentionDays.SIX_YEARS,
      storageKey: this.key,
      ...changes,
    });
  }

  service(serviceName: string, changes: Partial<MeshServiceProps> = {}): MeshService {
    return new MeshService(this.stack, `Service-${this.#count++}-${serviceName}`, {
      mesh: this.mesh,
      identity: this.identity(serviceName),
      image: this.image,
      ...changes,
    });
  }

  /** As a `MeshIdentity` is: a secret of its own, and those that all have. */
  identity(service: string, trustDomain = 'phi.internal'): IServiceIdentity {
    const secret = new secretsmanager.Secret(this.stack, `Identity-${this.#count++}-${service}`, {
      encryptionKey: this.key,
    });
    return {
      service,
      spiffeId: spiffeId(trustDomain, service),
      variables: { HIPAA_AI_MESH_IDENTITY_SECRET_ARN: secret.secretArn },
      grantRead: (grantee) =>
        iam.Grant.addToPrincipal({
          grantee,
          actions: ['secretsmanager:GetSecretValue'],
          resourceArns: [secret.secretArn],
        }).assertSuccess(),
    };
  }
}
