import { aws_ec2 as ec2, aws_ecs as ecs, aws_logs as logs, type aws_iam as iam } from 'aws-cdk-lib';
import { aws_servicediscovery as cloudmap, Duration, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { MESH_FILES } from '../contract/mesh';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import { allowedRoutes } from './allowed-routes';
import { LOOPBACK } from './bootstrap/config';
import type { MeshCaller, MeshNode, MeshOutsidePeer, MeshPeer } from './bootstrap/mesh-node';
import { MeshAlarms } from './mesh-alarms';
import { meshLimits } from './mesh-limits';
import type { AllowFromOptions, MeshServiceProps } from './mesh-service-props';
import { MeshRoles } from './mesh-roles';
import { MeshTask } from './mesh-task';
import type { IMeshCaller, IMeshDoor, IServiceIdentity } from './service-identity';
import type { ServiceMesh } from './service-mesh';
import { spiffeId } from './spiffe-id';

/** Port at which every service of a mesh is called. */
export const MESH_PORT = 8443;
/** Port at which doors are called. */
const DOOR_PORT = 443;
/** First port on loopback at which an application finds the services it may call. */
const FIRST_PEER_PORT = 9001;
const LOG: DataClass = 'LOG';

/**
 * A service that is reached, and reaches others, by mutual TLS only: a Fargate service whose Envoy admits the services it is
 * allowed to be called by, told by certificate, id and key, each to its routes. Without `allowFrom` nobody may call it.
 * Supports 45 CFR 164.312(d), 164.312(e)(1) and 164.312(b).
 * @throws ConfigurationError `Identity`, `ServiceName`, `AppPort`, `ConnectionDuration`, `TaskCount`, `ImageDigest`
 */
export class MeshService extends Construct implements IMeshCaller {
  readonly identity: IServiceIdentity;
  readonly service: ecs.FargateService;
  readonly serviceName: string;
  readonly securityGroup: ec2.SecurityGroup;
  readonly taskRole: iam.Role;
  /** What the application may do: grant it what it needs. */
  readonly permissions: iam.ManagedPolicy;
  readonly logGroup: logs.LogGroup;
  readonly application: ecs.ContainerDefinition;
  readonly #mesh: ServiceMesh;
  readonly #limits: Pick<MeshNode, 'appPort' | 'connectionSeconds' | 'requestSeconds'>;
  readonly #callers: MeshCaller[] = [];
  readonly #peers: MeshPeer[] = [];
  readonly #doors: MeshOutsidePeer[] = [];

  constructor(scope: Construct, id: string, props: MeshServiceProps) {
    super(scope, id);
    const { mesh, identity } = props;
    this.#mesh = mesh;
    this.identity = identity;
    this.#limits = meshLimits(this, props);
    this.serviceName = mesh.admit(identity);
    const { serviceName } = this;
    const { minTasks = 2, maxTasks = 10 } = props;
    if (!(minTasks >= 1 && maxTasks >= minTasks)) {
      throw new ConfigurationError(
        this,
        'TaskCount',
        `minTasks is ${minTasks} and maxTasks ${maxTasks}; give at least 1, and no fewer at most than at least`,
      );
    }
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: mesh.props.logKey,
      retention: mesh.props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    const { envoyImage, agentImage } = mesh.props;
    const roles = new MeshRoles(this, 'Roles', {
      identity,
      applicationSecrets: Object.values(props.secrets ?? {}),
      images: [props.image, envoyImage, agentImage],
      logGroup: this.logGroup,
    });
    this.taskRole = roles.task;
    this.permissions = roles.permissions;
    const task = new MeshTask(this, 'Task', {
      mesh: mesh.props,
      identity,
      application: { ...props, environment: props.environment ?? {}, secrets: props.secrets ?? {} },
      cpu: props.cpu ?? 512,
      memoryMiB: props.memoryMiB ?? 1024,
      architecture: props.architecture ?? ecs.CpuArchitecture.ARM64,
      // the policies are complete: the L2 would add what we do not want
      taskRole: roles.task.withoutPolicyUpdates(),
      executionRole: roles.execution.withoutPolicyUpdates(),
      logGroup: this.logGroup,
      node: () => this.meshNode(),
    });
    this.application = task.application;
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: mesh.props.vpc,
      description: `${serviceName}: what it may be called by, and may call`,
      allowAllOutbound: false,
    });
    this.service = new ecs.FargateService(this, 'Service', {
      cluster: mesh.cluster,
      taskDefinition: task.definition,
      vpcSubnets: mesh.props.subnets ?? { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [this.securityGroup, mesh.props.workloadSecurityGroup],
      assignPublicIp: false,
      desiredCount: minTasks,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { enable: true, rollback: true },
      enableExecuteCommand: false,
      platformVersion: ecs.FargatePlatformVersion.LATEST,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      cloudMapOptions: {
        name: serviceName,
        cloudMapNamespace: mesh.namespace,
        dnsRecordType: cloudmap.DnsRecordType.A,
        dnsTtl: Duration.seconds(10),
      },
    });
    // without them no task starts
    this.service.node.addDependency(roles);
    this.service
      .autoScaleTaskCount({ minCapacity: minTasks, maxCapacity: maxTasks })
      .scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    if (mesh.props.alarmTopic)
      new MeshAlarms(this, 'Alarms', {
        serviceName,
        logGroup: this.logGroup,
        alarmTopic: mesh.props.alarmTopic,
        running: this.service,
      });
  }

  /**
   * Opens the way from another service to this one: the port between the two, who the other must be, and what it may ask for.
   * Nothing else opens one. The application of a `MeshService` gets the address as `MESH_URL_<SERVICE>`; a function calls
   * `<service>.<trust domain>`, port 8443.
   * @throws ConfigurationError `MeshEdge` to itself, into another mesh, or opened already; `MeshRoute` that is none
   */
  allowFrom(other: IMeshCaller, { routes = [] }: AllowFromOptions = {}): void {
    const { service, spiffeId: id } = other.identity;
    const isKnown = this.#callers.some((caller) => caller.service === service);
    const isForeign =
      id !== spiffeId(this.#mesh.trustDomain, service) ||
      (other instanceof MeshService && other.#mesh !== this.#mesh);
    if (service === this.serviceName || isForeign || isKnown) {
      throw new ConfigurationError(
        this,
        'MeshEdge',
        `${service} cannot be allowed to call ${this.serviceName}: ${
          isKnown ? 'it is already; name all of its routes at once' : 'give another service of the same mesh'
        }`,
      );
    }
    this.#callers.push({ service, routes: allowedRoutes(this, routes) });
    const port = ec2.Port.tcp(MESH_PORT);
    this.securityGroup.addIngressRule(other.securityGroup, port, `${service}, mutual TLS`);
    other.securityGroup.addEgressRule(this.securityGroup, port, `${this.serviceName}, mutual TLS`);
    if (other instanceof MeshService) other.reach(this.serviceName);
  }

  /** Opens the way out to a door. `MeshDoor` asks for it, which lets the service in on its side. */
  reachDoor({ doorName, host, anchors, securityGroup }: IMeshDoor): void {
    this.securityGroup.addEgressRule(securityGroup, ec2.Port.tcp(DOOR_PORT), `${doorName}, mutual TLS`);
    const localPort = this.offer(doorName);
    this.#doors.push({ service: doorName, host, port: DOOR_PORT, localPort, anchors });
  }

  private reach(service: string): void {
    const localPort = this.offer(service);
    this.#peers.push({ service, host: this.#mesh.hostOf(service), port: MESH_PORT, localPort });
  }

  /** Tells the application at which port of loopback it finds somebody. */
  private offer(service: string): number {
    const localPort = FIRST_PEER_PORT + this.#peers.length + this.#doors.length;
    const variable = `MESH_URL_${service.toUpperCase().replaceAll('-', '_')}`;
    this.application.addEnvironment(variable, `http://${LOOPBACK}:${localPort}`);
    return localPort;
  }

  private meshNode(): MeshNode {
    return {
      service: this.serviceName,
      trustDomain: this.#mesh.trustDomain,
      inboundPort: MESH_PORT,
      callers: this.#callers,
      peers: this.#peers,
      outsidePeers: this.#doors,
      directory: MESH_FILES.directory,
      connections: 4096,
      ...this.#limits,
    };
  }
}
