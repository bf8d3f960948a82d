import {
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  Duration,
  RemovalPolicy,
  Token,
  Tokenization,
  type aws_ec2 as ec2,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENVIRONMENT_VARIABLES } from '../contract/environment-variables';
import { lambdaAsset } from '../asset';
import { ConfigurationError } from '../errors';

/** UTF-16 units of text one call may carry; a synchronous Lambda payload ends at 6 MB. */
export const TEXT_LENGTH = { shortest: 1, longest: 1_000_000 } as const;

export interface RedactionFunctionProps {
  readonly vpc: ec2.IVpc;
  readonly securityGroup: ec2.ISecurityGroup;
  /** Encrypts the environment variables and seals originals on request. */
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
   * Most UTF-16 units of text in one call: 1 to 1 000 000.
   * @default 1_000_000
   */
  readonly maxTextLength?: number;
}

/**
 * The synchronous redaction function: text in, text without identifiers out. It runs in the VPC under a role that can
 * write its own log and wrap data keys, nothing else; it cannot open what it seals. An error returns no text, and
 * there is no dead-letter queue, as that would keep PHI.
 * Supports 45 CFR 164.502(b) and 164.514(b)(2); its output still counts as PHI.
 * @throws ConfigurationError `MaxTextLength` out of range
 */
export class RedactionFunction extends Construct {
  readonly function: lambda.Function;
  readonly role: iam.Role;
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, props: RedactionFunctionProps) {
    super(scope, id);
    const maxTextLength = props.maxTextLength ?? TEXT_LENGTH.longest;
    const allowed = maxTextLength >= TEXT_LENGTH.shortest && maxTextLength <= TEXT_LENGTH.longest;
    if (!Token.isUnresolved(maxTextLength) && !(Number.isInteger(maxTextLength) && allowed)) {
      throw new ConfigurationError(
        this,
        'MaxTextLength',
        `maxTextLength is ${maxTextLength}; give a whole number from ${TEXT_LENGTH.shortest} to ${TEXT_LENGTH.longest}`,
      );
    }
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({
          sid: 'WriteItsLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [this.logGroup.logGroupArn],
        }),
        new iam.PolicyStatement({
          sid: 'WrapDataKeys',
          actions: ['kms:GenerateDataKey'],
          resources: [props.encryptionKey.keyArn],
        }),
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
    this.function = new lambda.Function(this, 'Resource', {
      description: 'Removes identifiers from text',
      code: lambdaAsset(this, 'redaction'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(30),
      // the role is complete: the L2 would add what we do not want
      role: this.role.withoutPolicyUpdates(),
      vpc: props.vpc,
      securityGroups: [props.securityGroup],
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environmentEncryption: props.encryptionKey,
      environment: {
        [ENVIRONMENT_VARIABLES.dataKeyArn]: props.encryptionKey.keyArn,
        [ENVIRONMENT_VARIABLES.maxTextLength]: Tokenization.stringifyNumber(maxTextLength),
      },
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    // without its policy the function can neither join the VPC nor log
    this.function.node.addDependency(permissions);
  }
}
