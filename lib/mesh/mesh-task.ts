import { aws_ecs as ecs, Duration, Lazy } from 'aws-cdk-lib';
import type { aws_iam as iam, aws_logs as logs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { MESH_FILES } from '../contract/mesh';
import { MESH_MEMBER_VARIABLES } from '../contract/mesh-identity';
import { envoyBootstrap } from './bootstrap/envoy-bootstrap';
import type { MeshNode } from './bootstrap/mesh-node';
import { containerImage, type MeshImage } from './mesh-image';
import type { IServiceIdentity } from './service-identity';
import type { ServiceMeshProps } from './service-mesh';

/** Users of the containers. The group of Envoy reads the key that the agent writes; the application is in no group of theirs. */
const USERS = { envoy: '1337:1337', agent: '1338:1337', application: '1339:1339' } as const;
const MESH_VOLUME = 'mesh';
const SCRATCH_VOLUME = 'scratch';
/** Bytes of a task definition are 65,536: what the bootstrap leaves is for the rest. Source: Amazon ECS service quotas. */
export const MOST_BOOTSTRAP_BYTES = 49_152;

/** What the application is. */
export interface MeshApplication {
  /** Listens on 127.0.0.1: on another address it would be reached past Envoy, were there a rule for its port. */
  readonly image: MeshImage;
  readonly command?: string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, secretsmanager.ISecret>>;
  readonly healthCheck?: ecs.HealthCheck;
}

export interface MeshTaskProps {
  readonly mesh: ServiceMeshProps;
  readonly identity: IServiceIdentity;
  readonly application: MeshApplication;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly architecture: ecs.CpuArchitecture;
  readonly taskRole: iam.IRole;
  readonly executionRole: iam.IRole;
  readonly logGroup: logs.ILogGroup;
  /** What Envoy is to do, asked at synthesis: edges may be opened until then. */
  readonly node: () => MeshNode;
}

/**
 * Three containers: the agent brings certificates, Envoy waits for the first, the application for Envoy. None has a port
 * mapping, a capability, a shell for ECS Exec, or a file system it can write to beside its volumes.
 */
export class MeshTask extends Construct {
  readonly definition: ecs.FargateTaskDefinition;
  readonly application: ecs.ContainerDefinition;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MeshTaskProps,
  ) {
    super(scope, id);
    this.definition = new ecs.FargateTaskDefinition(this, 'Definition', {
      cpu: props.cpu,
      memoryLimitMiB: props.memoryMiB,
      taskRole: props.taskRole,
      executionRole: props.executionRole,
      runtimePlatform: {
        cpuArchitecture: props.architecture,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
      volumes: [{ name: MESH_VOLUME }, { name: SCRATCH_VOLUME }],
    });
    const agent = this.agent();
    const envoy = this.envoy();
    envoy.addContainerDependencies({ container: agent, condition: ecs.ContainerDependencyCondition.HEALTHY });
    this.application = this.container('Application', props.application.image, USERS.application, {
      ...(props.application.command ? { command: props.application.command } : {}),
      environment: { ...props.application.environment },
      secrets: Object.fromEntries(
        Object.entries(props.application.secrets).map(([name, secret]) => [
          name,
          ecs.Secret.fromSecretsManager(secret),
        ]),
      ),
      ...(props.application.healthCheck ? { healthCheck: props.application.healthCheck } : {}),
    });
    this.application.addMountPoints({
      sourceVolume: SCRATCH_VOLUME,
      containerPath: '/tmp',
      readOnly: false,
    });
    this.application.addContainerDependencies({
      container: envoy,
      condition: ecs.ContainerDependencyCondition.START,
    });
    this.node.addValidation({ validate: () => this.problems() });
  }

  private agent(): ecs.ContainerDefinition {
    const names = (services: readonly { readonly service: string }[]) =>
      services.map(({ service }) => service).join(',');
    const agent = this.container('Agent', this.props.mesh.agentImage, USERS.agent, {
      environment: {
        ...this.props.identity.variables,
        [MESH_MEMBER_VARIABLES.callers]: Lazy.string({ produce: () => names(this.props.node().callers) }),
        [MESH_MEMBER_VARIABLES.peers]: Lazy.string({ produce: () => names(this.props.node().peers) }),
        [MESH_MEMBER_VARIABLES.directory]: MESH_FILES.directory,
      },
      command: ['node', 'index.js'],
      healthCheck: {
        command: ['CMD', 'node', 'index.js', 'health'],
        interval: Duration.seconds(15),
        retries: 3,
        // the first certificate may still be issued
        startPeriod: Duration.seconds(120),
      },
    });
    agent.addMountPoints({
      sourceVolume: MESH_VOLUME,
      containerPath: MESH_FILES.directory,
      readOnly: false,
    });
    return agent;
  }

  private envoy(): ecs.ContainerDefinition {
    const envoy = this.container('Envoy', this.props.mesh.envoyImage, USERS.envoy, {
      entryPoint: ['/usr/local/bin/envoy'],
      command: [
        '--config-yaml',
        Lazy.string({ produce: () => JSON.stringify(envoyBootstrap(this.props.node())) }),
        '--disable-hot-restart',
        '--concurrency',
        '2',
        '--log-level',
        'warning',
      ],
      stopTimeout: Duration.seconds(60),
    });
    envoy.addMountPoints({ sourceVolume: MESH_VOLUME, containerPath: MESH_FILES.directory, readOnly: true });
    return envoy;
  }

  private container(
    id: string,
    image: MeshImage,
    user: string,
    options: Omit<ecs.ContainerDefinitionOptions, 'image'>,
  ): ecs.ContainerDefinition {
    const linuxParameters = new ecs.LinuxParameters(this, `${id}Parameters`, { initProcessEnabled: true });
    linuxParameters.dropCapabilities(ecs.Capability.ALL);
    return this.definition.addContainer(id, {
      ...options,
      image: containerImage(this, image),
      containerName: id.toLowerCase(),
      essential: true,
      user,
      readonlyRootFilesystem: true,
      linuxParameters,
      logging: ecs.LogDrivers.awsLogs({
        logGroup: this.props.logGroup,
        streamPrefix: id.toLowerCase(),
        // who called is on record, or nobody calls
        mode: ecs.AwsLogDriverMode.BLOCKING,
      }),
    });
  }

  private problems(): string[] {
    const node = this.props.node();
    // as it stands in the task definition: a string in JSON
    const bytes = Buffer.byteLength(JSON.stringify(JSON.stringify(envoyBootstrap(node))));
    return bytes <= MOST_BOOTSTRAP_BYTES
      ? []
      : [
          `the configuration of Envoy has ${bytes} bytes for ${node.peers.length} peers and ${node.callers.length} callers; a task definition has room for ${MOST_BOOTSTRAP_BYTES}: call fewer services, or allow fewer routes`,
        ];
  }
}
