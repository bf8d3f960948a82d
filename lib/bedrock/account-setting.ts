import {
  CustomResource,
  Duration,
  type aws_iam as iam,
  type aws_kms as kms,
  type aws_logs as logs,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DeploymentFunction } from '../deployment-function';
import { DriftWatch } from './drift-watch';

/** Longest CloudFormation waits for one request; the function ends sooner. */
const SERVICE_TIMEOUT = Duration.minutes(10);

/** What the function of a setting needs around it, and who hears of drift. */
export interface AccountSettingPlace {
  /** Encrypts the environment variables of functions. */
  readonly functionKey: kms.IKey;
  /** Encrypts the log groups of functions; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  /** How long the functions' own logs are kept. They hold ids, codes and counts. */
  readonly logRetention: logs.RetentionDays;
  /**
   * Told when the setting is not as deployed, or could not be looked at. A customer-managed key on it must let
   * `cloudwatch.amazonaws.com` use it.
   */
  readonly alarmTopic: sns.ITopic;
  /**
   * How often it is looked at: 5 minutes to 12 hours.
   * @default Duration.hours(1)
   */
  readonly checkEvery?: Duration;
}

export interface AccountSettingProps extends AccountSettingPlace {
  /** Type of the custom resource, for templates and rules: `Custom::…`. */
  readonly resourceType: string;
  /** Name of the folder of `lambda/` whose bundle runs. */
  readonly bundle: string;
  /** What is set, in a few words. */
  readonly what: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly statements: readonly iam.PolicyStatement[];
}

/** A setting of the account that CloudFormation has no resource for: set by a custom resource, looked after by a schedule. */
export class AccountSetting extends Construct {
  readonly handler: DeploymentFunction;
  readonly resource: CustomResource;
  readonly watch: DriftWatch;

  constructor(scope: Construct, id: string, props: AccountSettingProps) {
    super(scope, id);
    this.handler = new DeploymentFunction(this, 'Function', {
      bundle: props.bundle,
      description: `Sets and checks: ${props.what}`,
      encryptionKey: props.functionKey,
      logKey: props.logKey,
      logRetention: props.logRetention,
      statements: props.statements,
    });
    this.watch = new DriftWatch(this, 'Watch', {
      function: this.handler.function,
      logGroup: this.handler.logGroup,
      properties: props.properties,
      topic: props.alarmTopic,
      what: props.what,
      ...(props.checkEvery ? { every: props.checkEvery } : {}),
    });
    this.resource = new CustomResource(this, 'Resource', {
      resourceType: props.resourceType,
      serviceToken: this.handler.provider.serviceToken,
      serviceTimeout: SERVICE_TIMEOUT,
      properties: { ...props.properties },
    });
    // the first line of log is counted, so that the alarm does not ring for want of one
    this.resource.node.addDependency(this.watch.metric);
    this.watch.alarm.node.addDependency(this.resource);
    // nobody looks for what is still being set
    this.watch.rule.node.addDependency(this.resource);
  }
}
