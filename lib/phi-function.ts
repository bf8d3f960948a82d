import {
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  RemovalPolicy,
  Tags,
  type aws_ec2 as ec2,
  type aws_kms as kms,
  type aws_sns as sns,
  type Duration,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { lambdaAsset } from './asset';
import type { DataClass } from './contract/data-class';
import { TAGS } from './contract/tags';
import { FunctionAlarms } from './function-alarms';

const LOG: DataClass = 'LOG';

/** Where a function that handles PHI runs, and who hears of its failures. The same for every hook of an environment. */
export interface PhiFunctionPlace {
  readonly vpc: ec2.IVpc;
  readonly securityGroup: ec2.ISecurityGroup;
  /** Encrypts the environment variables. */
  readonly encryptionKey: kms.IKey;
  /** Encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /**
   * How many calls run at once, taken from the account's pool. A new account's pool may be as small as 10, and then
   * nothing can be reserved.
   * @default - no reservation
   */
  readonly reservedConcurrency?: number;
  /**
   * Told when calls fail, are throttled or come near the timeout. A customer-managed key on it must let
   * `cloudwatch.amazonaws.com` use it.
   * @default - no alarms: one that tells nobody rings where nobody is
   */
  readonly alarmTopic?: sns.ITopic;
}

export interface PhiFunctionProps extends PhiFunctionPlace {
  /** Name of the folder of `lambda/` whose bundle runs. */
  readonly bundle: string;
  readonly description: string;
  readonly memoryMiB: number;
  readonly timeout: Duration;
  /** What the role may do besides writing its log and joining the VPC. */
  readonly statements: readonly iam.PolicyStatement[];
  /**
   * Further policies of the role, by construct id: IAM takes 6,144 characters of each.
   * @default - none
   */
  readonly furtherPolicies?: Readonly<Record<string, readonly iam.PolicyStatement[]>>;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Files beside the bundle, text by name: settings that are too large for variables.
   * @default - none
   */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * A function that handles PHI: in the VPC, under a role of its own that is complete from the start, with a log group of
 * its own, an encrypted environment and no trace. It has no dead-letter queue: whoever calls it asynchronously keeps
 * what failed in a place fit for PHI.
 */
export class PhiFunction extends Construct {
  readonly function: lambda.Function;
  readonly role: iam.Role;
  /** The policy of the role that grants go to: grants made to it are in force before the function is there. */
  readonly permissions: iam.ManagedPolicy;
  readonly logGroup: logs.LogGroup;
  /** Absent where there is no topic to tell. */
  readonly alarms: FunctionAlarms | undefined;

  constructor(scope: Construct, id: string, props: PhiFunctionProps) {
    super(scope, id);
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // handlers log ids, counts and outcomes, and no text: whatever the stack around it holds
    Tags.of(this.logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    this.permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          sid: 'WriteItsLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [this.logGroup.logGroupArn],
        }),
        ...props.statements,
        // Lambda attaches the function to the VPC with the function's role; these calls know no resource
        new iam.PolicyStatement({
          sid: 'AttachToTheVpc',
          actions: [
            'ec2:AssignPrivateIpAddresses',
            'ec2:CreateNetworkInterface',
            'ec2:DeleteNetworkInterface',
            'ec2:DescribeNetworkInterfaces',
            'ec2:DescribeSubnets',
            'ec2:UnassignPrivateIpAddresses',
          ],
          resources: ['*'],
        }),
      ],
    });
    const further = Object.entries(props.furtherPolicies ?? {})
      .filter(([, statements]) => statements.length > 0)
      .map(
        ([name, statements]) =>
          new iam.ManagedPolicy(this, name, { roles: [this.role], statements: [...statements] }),
      );
    this.function = new lambda.Function(this, 'Resource', {
      description: props.description,
      code: lambdaAsset(this, props.bundle, props.files),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memoryMiB,
      timeout: props.timeout,
      // the role is complete: the L2 would add what we do not want
      role: this.role.withoutPolicyUpdates(),
      vpc: props.vpc,
      securityGroups: [props.securityGroup],
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environmentEncryption: props.encryptionKey,
      environment: { ...props.environment },
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    // without its policy the function can neither join the VPC nor log
    this.function.node.addDependency(this.permissions, ...further);
    this.alarms =
      props.alarmTopic &&
      new FunctionAlarms(this, 'Alarms', {
        function: this.function,
        timeout: props.timeout,
        topic: props.alarmTopic,
      });
  }
}
