import {
  aws_ecr as ecr,
  aws_kms as kms,
  aws_logs as logs,
  aws_secretsmanager as secretsmanager,
  type Stack,
} from 'aws-cdk-lib';
import type { IMeshIdentities } from '../../lib/mesh/mesh-identities';
import { MeshService } from '../../lib/mesh/mesh-service';
import type { MeshServiceProps } from '../../lib/mesh/mesh-service-props';
import { ServiceMesh, type ServiceMeshProps } from '../../lib/mesh/service-mesh';
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

  constructor(changes: Partial<ServiceMeshProps> & { readonly trustDomain?: string } = {}) {
    const network = new PrivateNetwork(this.stack, 'Network', {
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      logKey: this.key,
      logRetention: logs.RetentionDays.SIX_YEARS,
    });
    this.mesh = new ServiceMesh(this.stack, 'Mesh', {
      vpc: network.vpc,
      workloadSecurityGroup: network.workloadSecurityGroup,
      identities: this.identities(changes.trustDomain ?? 'phi.internal'),
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
      serviceName,
      image: this.image,
      ...changes,
    });
  }

  private identities(trustDomain: string): IMeshIdentities {
    const secret = (id: string) => new secretsmanager.Secret(this.stack, id, { encryptionKey: this.key });
    const made = new Map<string, secretsmanager.ISecret>();
    return {
      trustDomain,
      anchorsSecret: secret('Anchors'),
      pinsSecret: secret('Pins'),
      identityOf: (service) => {
        const known = made.get(service) ?? secret(`Identity-${service}`);
        made.set(service, known);
        return known;
      },
    };
  }
}
