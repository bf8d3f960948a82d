import {
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  custom_resources as cr,
  Duration,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { lambdaAsset } from './asset';
import type { DataClass } from './contract/data-class';
import { TAGS } from './contract/tags';

const LOG: DataClass = 'LOG';

/** Longer than all calls of a handler with all their attempts and pauses together. */
const TIMEOUT = Duration.minutes(5);

export interface DeploymentFunctionProps {
  /** Name of the folder of `lambda/` whose bundle runs. */
  readonly bundle: string;
  readonly description: string;
  /** Encrypts the environment variables. */
  readonly encryptionKey: kms.IKey;
  /** Encrypts the log groups; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** What the role may do besides writing its log. */
  readonly statements: readonly iam.PolicyStatement[];
}

/**
 * The function behind a custom resource, and CDK's provider framework in front of it, which answers CloudFormation even
 * when the function fails or does not end. Both have a role that is complete from the start and a log group of their own.
 *
 * They run outside the VPC: CloudFormation's answer goes to a bucket of AWS that a closed network does not reach, they
 * handle no PHI, and their roles can do nothing but what they are for.
 */
export class DeploymentFunction extends Construct {
  readonly function: lambda.Function;
  readonly role: iam.Role;
  readonly logGroup: logs.LogGroup;
  readonly provider: cr.Provider;

  constructor(scope: Construct, id: string, props: DeploymentFunctionProps) {
    super(scope, id);
    this.logGroup = this.#logGroup('LogGroup', props);
    this.role = this.#role('Role');
    const permissions = this.#allow('Permissions', this.role, this.logGroup, props.statements);
    this.function = new lambda.Function(this, 'Resource', {
      description: props.description,
      code: lambdaAsset(this, props.bundle),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 256,
      timeout: TIMEOUT,
      role: this.role.withoutPolicyUpdates(),
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environmentEncryption: props.encryptionKey,
    });
    this.function.node.addDependency(permissions);

    const frameworkLogGroup = this.#logGroup('FrameworkLogGroup', props);
    const frameworkRole = this.#role('FrameworkRole');
    const frameworkPermissions = this.#allow('FrameworkPermissions', frameworkRole, frameworkLogGroup, [
      new iam.PolicyStatement({
        sid: 'CallTheFunction',
        // the framework waits until the function can be called
        actions: ['lambda:GetFunction', 'lambda:InvokeFunction'],
        resources: [this.function.functionArn],
      }),
    ]);
    this.provider = new cr.Provider(this, 'Provider', {
      onEventHandler: this.function,
      frameworkOnEventRole: frameworkRole.withoutPolicyUpdates(),
      logGroup: frameworkLogGroup,
      providerFunctionEnvEncryption: props.encryptionKey,
      // at its default it logs events whole
      frameworkLambdaLoggingLevel: lambda.ApplicationLogLevel.FATAL,
    });
    this.provider.node.addDependency(frameworkPermissions);
  }

  #logGroup(id: string, { logKey, logRetention }: DeploymentFunctionProps): logs.LogGroup {
    const logGroup = new logs.LogGroup(this, id, {
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // handlers log ids and outcomes, whatever the stack around them holds
    Tags.of(logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    return logGroup;
  }

  #role(id: string): iam.Role {
    return new iam.Role(this, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  }

  #allow(
    id: string,
    role: iam.Role,
    logGroup: logs.LogGroup,
    statements: readonly iam.PolicyStatement[],
  ): iam.ManagedPolicy {
    return new iam.ManagedPolicy(this, id, {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          sid: 'WriteItsLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        ...statements,
      ],
    });
  }
}
