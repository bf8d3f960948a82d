import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_logs as logs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { MeshImage } from './mesh-image';
import type { IServiceIdentity } from './service-identity';

export interface MeshRolesProps {
  /** Which the agent reads. */
  readonly identity: IServiceIdentity;
  /** Which the application gets as variables. */
  readonly applicationSecrets: readonly secretsmanager.ISecret[];
  readonly images: readonly MeshImage[];
  readonly logGroup: logs.ILogGroup;
}

/**
 * The two roles of a task: one that starts it, and one that runs in it. Every container of a task acts as the latter: the
 * application could read the identity that its Envoy shows, and acts as that service in any case.
 */
export class MeshRoles extends Construct {
  readonly task: iam.Role;
  readonly execution: iam.Role;
  /** The policy of the task's role: what is granted to it, the application may do. */
  readonly permissions: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, props: MeshRolesProps) {
    super(scope, id);
    // tasks of another account must not act as it (confused deputy)
    const assumedBy = new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
    this.task = new iam.Role(this, 'Task', { assumedBy });
    this.execution = new iam.Role(this, 'Execution', { assumedBy });
    this.permissions = new iam.ManagedPolicy(this, 'Permissions', { roles: [this.task] });
    props.identity.grantRead(this.permissions);
    const start = new iam.ManagedPolicy(this, 'Start', { roles: [this.execution] });
    for (const repository of new Set(props.images.map((image) => image.repository)))
      repository.grantPull(start);
    start.addStatements(
      ...this.reading(props.applicationSecrets),
      new iam.PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [props.logGroup.logGroupArn],
      }),
    );
  }

  private reading(secrets: readonly secretsmanager.ISecret[]): readonly iam.PolicyStatement[] {
    if (secrets.length === 0) return [];
    const keys = new Set(secrets.flatMap(({ encryptionKey }) => encryptionKey?.keyArn ?? []));
    const { region, urlSuffix } = Stack.of(this);
    return [
      new iam.PolicyStatement({
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: secrets.map(({ secretArn }) => secretArn),
      }),
      ...(keys.size === 0
        ? []
        : [
            new iam.PolicyStatement({
              actions: ['kms:Decrypt'],
              resources: [...keys],
              conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.${urlSuffix}` } },
            }),
          ]),
    ];
  }
}
