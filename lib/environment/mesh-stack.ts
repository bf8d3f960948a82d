import {
  aws_certificatemanager as acm,
  aws_ecr as ecr,
  CfnOutput,
  Stack,
  Tags,
  type aws_lambda as lambda,
  type aws_sns as sns,
  type StackProps,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AccessLogBucket } from '../audit/access-log-bucket';
import { TAGS } from '../contract/tags';
import { ServiceKey } from '../encryption/service-key';
import type { ServiceKeys } from '../encryption/service-keys';
import { MeshDoor } from '../mesh/mesh-door';
import { MeshIdentity } from '../mesh/mesh-identity';
import type { MeshImage } from '../mesh/mesh-image';
import { MeshRevocation } from '../mesh/mesh-revocation';
import { MeshRotation } from '../mesh/mesh-rotation';
import { MeshService } from '../mesh/mesh-service';
import { MeshTrustBundle } from '../mesh/mesh-trust-bundle';
import {
  PrivateCertificateAuthority,
  type IPrivateCertificateAuthority,
} from '../mesh/private-certificate-authority';
import { PublishedAnchors } from '../mesh/published-anchors';
import { ServiceMesh } from '../mesh/service-mesh';
import { doorGroupName } from './door-group-name';
import { LOG_RETENTION } from './log-retention';
import { callersOf, MESH_DOORS, type MeshSettings } from './mesh-settings';
import type { NetworkStack } from './network-stack';
import type { Settings } from './settings';

type DoorName = keyof typeof MESH_DOORS;

export interface MeshStackProps extends StackProps {
  readonly settings: Settings;
  readonly mesh: MeshSettings;
  readonly keys: ServiceKeys;
  readonly accessLogs: AccessLogBucket;
  readonly network: NetworkStack;
  /** What is behind each door, by the alias that is the door's alone. */
  readonly aliases: Readonly<Record<DoorName, lambda.IAlias | undefined>>;
  readonly alarmTopic: sns.ITopic;
}

/**
 * Mutual TLS between services: the CA, what rotates and revokes, the services of the settings, and doors to the AI gateway and to
 * redaction for those that may call them. Taking the stack away leaves the CA in place, and its price.
 */
export class MeshStack extends Stack {
  readonly authority: IPrivateCertificateAuthority;
  readonly rotation: MeshRotation;
  readonly mesh: ServiceMesh;
  readonly services: ReadonlyMap<string, MeshService>;

  constructor(scope: Construct, id: string, props: MeshStackProps) {
    const { settings, mesh, keys, accessLogs, network, aliases, alarmTopic, ...rest } = props;
    super(scope, id, rest);
    const { trustDomain } = mesh;
    const logging = { logKey: keys.logs.key, logRetention: LOG_RETENTION };
    const { vpc, workloadSecurityGroup } = network.network;
    const place = {
      vpc,
      securityGroup: workloadSecurityGroup,
      encryptionKey: keys.data.key,
      ...logging,
      alarmTopic,
    };
    this.authority = this.#authority(settings.environment, mesh);
    const trust = new MeshTrustBundle(this, 'Trust', {
      trustDomain,
      authorities: [this.authority],
      encryptionKey: keys.data.key,
    });
    this.rotation = new MeshRotation(this, 'Rotation', { ...place, authority: this.authority, trust });
    const revocation = new MeshRevocation(this, 'Revocation', { ...place, trust });
    // here, not with the other keys: it names the cluster, and nothing that it encrypts outlives a task
    const storageKey = new ServiceKey(this, 'Storage', {
      description: 'Storage of tasks of the mesh',
      services: ['ec2'],
      administrators: settings.keys.administrators,
    });
    this.mesh = new ServiceMesh(this, 'Mesh', {
      vpc,
      workloadSecurityGroup,
      trustDomain,
      envoyImage: this.#image('Envoy', mesh.envoyImage),
      agentImage: this.#image('Agent', mesh.agentImage),
      storageKey: storageKey.key,
      ...logging,
      alarmTopic,
    });
    this.services = this.#services(mesh);
    this.#doors({ settings, mesh, keys, accessLogs, aliases });
    Tags.of(this).add(TAGS.dataClass, settings.dataClass);
    new CfnOutput(this, 'RevocationFunctionName', { value: revocation.function.functionName });
    new CfnOutput(this, 'CertificateAuthorityArn', { value: this.authority.authorityArn });
  }

  #authority(
    environment: string,
    { certificateAuthority, trustDomain }: MeshSettings,
  ): IPrivateCertificateAuthority {
    if (!('organization' in certificateAuthority)) {
      const { arn: authorityArn, anchor } = certificateAuthority;
      return PrivateCertificateAuthority.fromArn(this, 'Authority', { authorityArn, anchor });
    }
    const { organization } = certificateAuthority;
    return new PrivateCertificateAuthority(this, 'Authority', {
      commonName: `${trustDomain} ${environment}`,
      organization,
    });
  }

  #image(id: string, image: string): MeshImage {
    const [name = '', digest = ''] = image.split('@');
    return { repository: ecr.Repository.fromRepositoryName(this, `${id}Images`, name), digest };
  }

  #services({ services }: MeshSettings): ReadonlyMap<string, MeshService> {
    const made = new Map(
      services.map(({ name, image, appPort, cpu, memoryMiB, minTasks, maxTasks }) => [
        name,
        new MeshService(this, `Service-${name}`, {
          mesh: this.mesh,
          identity: new MeshIdentity(this, `Identity-${name}`, { service: name, rotation: this.rotation }),
          image: this.#image(`Service-${name}-`, image),
          appPort,
          cpu,
          memoryMiB,
          minTasks,
          maxTasks,
        }),
      ]),
    );
    for (const { name, allowFrom } of services)
      for (const { service, routes = [] } of allowFrom) {
        const caller = made.get(service);
        if (caller)
          made.get(name)?.allowFrom(caller, {
            routes: routes.map(({ path, methods }) => ({ path, ...(methods && { methods }) })),
          });
      }
    return made;
  }

  #doors({
    settings,
    mesh,
    keys,
    accessLogs,
    aliases,
  }: Omit<MeshStackProps, 'alarmTopic' | 'network'>): void {
    const { doorCertificate } = mesh;
    const wanted = (Object.entries(MESH_DOORS) as [DoorName, string][]).flatMap(([door, name]) => {
      const callers = callersOf(mesh, door).flatMap((each) => this.services.get(each) ?? []);
      const alias = aliases[door];
      return callers.length > 0 && alias ? [{ door, name, callers, alias }] : [];
    });
    if (!doorCertificate || wanted.length === 0) return;
    const { source, arn, anchors } = doorCertificate;
    const certificate = acm.Certificate.fromCertificateArn(this, 'DoorCertificate', arn);
    const trustAnchors = new PublishedAnchors(this, 'Anchors', {
      anchors: this.authority.anchor,
      accessLogs,
      functionKey: keys.data.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
    });
    for (const { door, name, callers, alias } of wanted)
      new MeshDoor(this, `Door-${name}`, {
        mesh: this.mesh,
        name,
        callers,
        certificate: { source, certificate },
        certificateAnchors: anchors,
        trustAnchors,
        target: { alias },
        targetGroupName: doorGroupName(settings.environment, door),
        logs: accessLogs.bucket,
      });
  }
}
