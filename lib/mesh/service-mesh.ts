import { aws_ecs as ecs, aws_servicediscovery as cloudmap, Token } from 'aws-cdk-lib';
import type { aws_ec2 as ec2, aws_kms as kms, aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { MeshImage } from './mesh-image';
import type { IServiceIdentity } from './service-identity';
import { spiffeId, TRUST_DOMAIN } from './spiffe-id';

export interface ServiceMeshProps {
  readonly vpc: ec2.IVpc;
  /** Where tasks run. @default - the isolated subnets, as `PrivateNetwork` has them */
  readonly subnets?: ec2.SubnetSelection;
  /** Lets tasks reach the interface endpoints: Secrets Manager, KMS, ECR and CloudWatch Logs. */
  readonly workloadSecurityGroup: ec2.ISecurityGroup;
  /** That of the identities, such as `phi.internal`. It is also the private DNS namespace. */
  readonly trustDomain: string;
  /**
   * Envoy 1.36 or later, without a shell (`distroless`). Where FIPS 140 is asked for, a build whose `--version` ends in
   * `BoringSSL-FIPS` or `AWS-LC-FIPS`: algorithms alone are no validation.
   */
  readonly envoyImage: MeshImage;
  /** Node.js and the bundle `dist/lambda/mesh-agent`; its folder /run/mesh belongs to user 1338 and group 1337. */
  readonly agentImage: MeshImage;
  /** Encrypts the logs; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /**
   * Encrypts the storage of tasks, in which keys of certificates are for as long as a task runs; its policy must let
   * `fargate.amazonaws.com` use it for the cluster, which the cluster writes into a key of the same app.
   * @default - a key that AWS owns
   */
  readonly storageKey?: kms.IKey;
  /**
   * Told of refused connections and requests. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it.
   * @default - no alarms
   */
  readonly alarmTopic?: sns.ITopic;
}

/**
 * Where services live whose every hop is mutual TLS: a Fargate cluster and a private DNS namespace. There is no control plane:
 * each `MeshService` carries what its Envoy is to do in its task definition, and `allowFrom` of it is the only way in.
 * @throws ConfigurationError `TrustDomain` that is no DNS name in lower case
 */
export class ServiceMesh extends Construct {
  readonly cluster: ecs.Cluster;
  readonly namespace: cloudmap.PrivateDnsNamespace;
  readonly trustDomain: string;
  readonly #names = new Set<string>();

  constructor(
    scope: Construct,
    id: string,
    readonly props: ServiceMeshProps,
  ) {
    super(scope, id);
    this.trustDomain = props.trustDomain;
    if (Token.isUnresolved(this.trustDomain) || !TRUST_DOMAIN.test(this.trustDomain)) {
      throw new ConfigurationError(
        this,
        'TrustDomain',
        `the trust domain is '${this.trustDomain}'; give a DNS name in lower case that is known at synthesis, such as phi.internal`,
      );
    }
    this.cluster = new ecs.Cluster(this, 'Cluster', {
      vpc: props.vpc,
      containerInsightsV2: ecs.ContainerInsights.ENHANCED,
      ...(props.storageKey
        ? {
            managedStorageConfiguration: {
              fargateEphemeralStorageKmsKey: props.storageKey,
              kmsKey: props.storageKey,
            },
          }
        : {}),
    });
    this.namespace = new cloudmap.PrivateDnsNamespace(this, 'Namespace', {
      name: this.trustDomain,
      vpc: props.vpc,
      description: 'Addresses of the tasks of the mesh',
    });
  }

  /**
   * Takes in a service under the name of its identity.
   * @throws ConfigurationError `ServiceName` that is taken; `Identity` of another trust domain
   */
  admit({ service, spiffeId: id }: IServiceIdentity): string {
    if (id !== spiffeId(this.trustDomain, service)) {
      throw new ConfigurationError(
        this,
        'Identity',
        `the identity of ${service} is ${id}; give one of the trust domain ${this.trustDomain}`,
      );
    }
    return this.reserve(service);
  }

  /**
   * Takes a name in the namespace of the mesh: for a service, or for a door that services call.
   * @throws ConfigurationError `ServiceName` that is taken
   */
  reserve(name: string): string {
    if (this.#names.has(name)) {
      throw new ConfigurationError(
        this,
        'ServiceName',
        `two services are named ${name}; who is called, and who calls, is told by it, so give each its own`,
      );
    }
    this.#names.add(name);
    return name;
  }

  /** DNS name under which a service's tasks are found. */
  hostOf(service: string): string {
    return `${service}.${this.trustDomain}`;
  }
}
