import { X509Certificate } from 'node:crypto';
import { aws_ec2 as ec2, aws_servicediscovery as cloudmap, Duration, type aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { FunctionTarget } from './door-target';
import type { MeshService } from './mesh-service';
import { MutualTlsDoor, type DoorCertificate, type StoredObject } from './mutual-tls-door';
import type { IMeshDoor } from './service-identity';
import type { ServiceMesh } from './service-mesh';

export interface MeshDoorProps {
  readonly mesh: ServiceMesh;
  /** Name in the mesh, such as `ai-gateway`: the DNS name is `<name>.<trust domain>`, and no service has it. */
  readonly name: string;
  /** The services that may connect; which of them may do what is for the target to say, from their certificates. */
  readonly callers: readonly MeshService[];
  /** The door's own, for `<name>.<trust domain>` or `*.<trust domain>`. */
  readonly certificate: DoorCertificate;
  /** PEM of the authorities that vouch for `certificate`, from 1 to 4: callers trust these and no others. */
  readonly certificateAnchors: string;
  /** The CA of the mesh. */
  readonly trustAnchors: StoredObject;
  /** A function, by the alias that is the door's alone. */
  readonly target: FunctionTarget;
  readonly targetGroupName: string;
  /** Takes access and connection logs: under SSE-S3, as no other key will do. */
  readonly logs: s3.IBucket;
}

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/gu;
const MOST_ANCHORS = 4;

/**
 * A `MutualTlsDoor` that services of a mesh call, in front of a function: a name in the namespace of the mesh, and for each caller
 * the rules of both security groups and the way of its Envoy, so that none of them says something else. The application of a caller
 * finds it at `MESH_URL_<NAME>`.
 *
 * The load balancer decrypts: what is behind it is a call of Lambda, which AWS encrypts.
 * Supports 45 CFR 164.312(d) and 164.312(e)(1).
 * @throws ConfigurationError `Callers` none; `ServiceName` that is taken; `DoorAnchors` that are no certificates of CAs
 */
export class MeshDoor extends Construct implements IMeshDoor {
  readonly doorName: string;
  readonly host: string;
  readonly anchors: string;
  readonly securityGroup: ec2.ISecurityGroup;
  readonly door: MutualTlsDoor;

  constructor(scope: Construct, id: string, props: MeshDoorProps) {
    super(scope, id);
    const { mesh, name, callers } = props;
    this.doorName = mesh.reserve(name);
    this.host = mesh.hostOf(name);
    this.anchors = this.#checked(props.certificateAnchors);
    const { vpc, subnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } } = mesh.props;
    this.door = new MutualTlsDoor(this, 'Resource', {
      vpc,
      subnets,
      callers: callers.map(({ securityGroup }) => securityGroup),
      certificate: props.certificate,
      trustAnchors: props.trustAnchors,
      target: props.target,
      targetGroupName: props.targetGroupName,
      logs: props.logs,
    });
    this.securityGroup = this.door.securityGroup;
    mesh.namespace
      .createService(`Door-${name}`, {
        name,
        description: `The door of ${name}`,
        dnsRecordType: cloudmap.DnsRecordType.A,
        dnsTtl: Duration.seconds(10),
        loadBalancer: true,
      })
      .registerLoadBalancer('Alias', this.door.loadBalancer);
    for (const caller of callers) caller.reachDoor(this);
  }

  #checked(pem: string): string {
    const texts = pem.match(PEM) ?? [];
    if (texts.length >= 1 && texts.length <= MOST_ANCHORS && texts.every(isAuthority))
      return `${texts.join('\n')}\n`;
    throw new ConfigurationError(
      this,
      'DoorAnchors',
      `certificateAnchors holds ${texts.length} certificates that can be read in part; give those of 1 to ${MOST_ANCHORS} CAs, as PEM`,
    );
  }
}

function isAuthority(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}
