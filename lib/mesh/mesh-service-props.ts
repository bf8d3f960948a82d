import type { aws_ecs as ecs, aws_secretsmanager as secretsmanager, Duration } from 'aws-cdk-lib';
import type { MeshRoute } from './bootstrap/mesh-node';
import type { MeshImage } from './mesh-image';
import type { IServiceIdentity } from './service-identity';
import type { ServiceMesh } from './service-mesh';

export interface MeshServiceProps {
  readonly mesh: ServiceMesh;
  /** Who the service is; its name is part of its SPIFFE id and its DNS name. */
  readonly identity: IServiceIdentity;
  /** The application. It listens on 127.0.0.1, runs as user 1339, and writes to /tmp only. */
  readonly image: MeshImage;
  /** Port at which the application listens. @default 8080 */
  readonly appPort?: number;
  /** @default - what the image says */
  readonly command?: string[];
  /** @default - none but the addresses of the services it may call */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly secrets?: Readonly<Record<string, secretsmanager.ISecret>>;
  /** Of the application. @default - none: it counts as well as long as it runs */
  readonly healthCheck?: ecs.HealthCheck;
  /** CPU units of the task, Envoy's share included. @default 512 */
  readonly cpu?: number;
  /** Memory of the task in MiB. @default 1024 */
  readonly memoryMiB?: number;
  /** @default ecs.CpuArchitecture.ARM64 */
  readonly architecture?: ecs.CpuArchitecture;
  /** Tasks that run at least. @default 2 */
  readonly minTasks?: number;
  /** Tasks that run at most. @default 10 */
  readonly maxTasks?: number;
  /** After which a connection is made anew. @default Duration.hours(1) */
  readonly connectionDuration?: Duration;
  /** Longest time that one request may take. @default Duration.minutes(5) */
  readonly requestTimeout?: Duration;
}

/** What a caller may do. */
export interface AllowFromOptions {
  /** @default - every route */
  readonly routes?: readonly MeshRoute[];
}
