import { Aws, aws_iam as iam, aws_logs as logs, RemovalPolicy, Tags, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { INVOCATION_LOGGING } from '../contract/account-settings';
import type { PromptClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import { AccountSetting, type AccountSettingPlace } from './account-setting';
import { InvocationLogBucket, type AccessLogReceiver, type InvocationLogLock } from './invocation-log-bucket';
import { InvocationLogDelivery } from './invocation-log-delivery';
import { secondInPlace } from './second-in-place';

export interface InvocationLoggingProps extends AccountSettingPlace {
  /**
   * Encrypts prompts and answers, in the bucket and in the log group. Bedrock and CloudWatch Logs are let use it; an
   * imported key must say so in its own policy.
   */
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: AccessLogReceiver;
  /**
   * What prompts may hold; only where nothing of a patient is ever sent is it `NO_PHI`.
   * @default 'PHI'
   */
  readonly dataClass?: PromptClass;
  /**
   * How long prompts and answers are kept, in the bucket and in the log group; not for ever.
   * @default RetentionDays.SIX_YEARS
   */
  readonly retention?: logs.RetentionDays;
  /** @default - delivered objects are not locked */
  readonly lock?: InvocationLogLock;
  /**
   * Replaces a configuration that somebody else made: `replaces` is the bucket or log group it names now.
   * @default - the deployment fails when there is one
   */
  readonly adopt?: { readonly replaces: string; readonly reason: string };
  /**
   * Turns logging off when this resource is deleted, unless somebody else has configured it since.
   * @default - logging stays on
   */
  readonly removeOnDelete?: { readonly reason: string };
}

/**
 * The log of every model invocation of the account in this Region, with the text of prompts and answers: to a bucket and to
 * a log group, what is too large for events to the bucket as well. It is therefore a store of PHI, and has what those have:
 * a key of its own, a class, retention, and a lock where asked. Checked on a schedule.
 *
 * An account and Region has one configuration. One of somebody else fails the deployment, and names what is there. It does
 * not see calls through `bedrock-mantle`; deny that endpoint. Supports 45 CFR 164.312(b), 164.308(a)(1)(ii)(D), 164.528.
 * Source: Bedrock user guide, "Monitor model invocation using CloudWatch Logs and Amazon S3".
 * @throws ConfigurationError `InvocationLoggingTwice` in one account and Region; `InvocationLogRetention` for ever;
 *   `InvocationLogReason` that says nothing; `InvocationLogLock`; `CheckEvery`
 */
export class InvocationLogging extends Construct {
  readonly store: InvocationLogBucket;
  /** Holds prompts and answers. `LogDataProtection` can mask identifiers in it. */
  readonly logGroup: logs.LogGroup;
  readonly delivery: InvocationLogDelivery;
  readonly setting: AccountSetting;

  constructor(scope: Construct, id: string, props: InvocationLoggingProps) {
    super(scope, id);
    const { encryptionKey, accessLogs, retention = logs.RetentionDays.SIX_YEARS, lock, ...rest } = props;
    const { dataClass = 'PHI', adopt, removeOnDelete, ...place } = rest;
    this.#refuseSecond();
    for (const said of [adopt, removeOnDelete]) this.#requireReason(said);
    if (retention === logs.RetentionDays.INFINITE) {
      throw new ConfigurationError(
        this,
        'InvocationLogRetention',
        'retention is INFINITE; give a number of days, as prompts and answers are PHI',
      );
    }
    this.store = new InvocationLogBucket(this, 'Store', {
      encryptionKey,
      accessLogs,
      retentionDays: retention,
      ...(lock ? { lock } : {}),
    });
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey,
      retention,
      // also when a first deployment is rolled back: the account's configuration goes on naming it
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const kept of [this.store, this.logGroup])
      Tags.of(kept).add(TAGS.dataClass, dataClass, { priority: 200 });
    // a stack that is rolled back and deployed again knows its configuration by this, though its bucket is another
    const keyPrefix = `${INVOCATION_LOGGING.keyPrefix}${Aws.STACK_NAME}`;
    const largeKeyPrefix = `${keyPrefix}/large`;
    const { bucket } = this.store;
    this.delivery = new InvocationLogDelivery(this, 'Delivery', {
      bucket,
      keyPrefixes: [keyPrefix, largeKeyPrefix],
      logGroup: this.logGroup,
      encryptionKey,
    });
    this.setting = new AccountSetting(this, 'Setting', {
      ...place,
      resourceType: INVOCATION_LOGGING.resourceType,
      bundle: 'invocation-logging',
      what: 'the log of model invocations',
      properties: {
        LoggingConfig: {
          cloudWatchConfig: {
            logGroupName: this.logGroup.logGroupName,
            roleArn: this.delivery.role.roleArn,
            largeDataDeliveryS3Config: { bucketName: bucket.bucketName, keyPrefix: largeKeyPrefix },
          },
          s3Config: { bucketName: bucket.bucketName, keyPrefix },
          textDataDeliveryEnabled: true,
          imageDataDeliveryEnabled: true,
          embeddingDataDeliveryEnabled: true,
          videoDataDeliveryEnabled: true,
          audioDataDeliveryEnabled: true,
        },
        ...(adopt ? { Adopt: { Replaces: adopt.replaces, Reason: adopt.reason } } : {}),
        ...(removeOnDelete ? { RemoveOnDelete: { Reason: removeOnDelete.reason } } : {}),
      },
      statements: statements(this.delivery.role, removeOnDelete !== undefined),
    });
    // Bedrock tries to write before it takes the configuration
    const { policy } = bucket;
    this.setting.resource.node.addDependency(this.delivery.permissions, ...(policy ? [policy] : []));
  }

  /** Two would overwrite each other. */
  #refuseSecond(): void {
    const other = secondInPlace(this, (each) => each instanceof InvocationLogging);
    if (other) {
      throw new ConfigurationError(
        this,
        'InvocationLoggingTwice',
        `${other.node.path} logs the invocations of this account and Region; there is one configuration for each, so leave one out`,
      );
    }
  }

  #requireReason(said: { readonly reason: string } | undefined): void {
    if (!said || said.reason.trim() !== '') return;
    throw new ConfigurationError(
      this,
      'InvocationLogReason',
      'reason is empty; say why a configuration is replaced or removed',
    );
  }
}

/** None of the calls to Bedrock knows a resource. */
function statements(role: iam.Role, removes: boolean): readonly iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      sid: 'ConfigureTheInvocationLog',
      actions: [
        'bedrock:GetModelInvocationLoggingConfiguration',
        'bedrock:PutModelInvocationLoggingConfiguration',
        ...(removes ? ['bedrock:DeleteModelInvocationLoggingConfiguration'] : []),
      ],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': Aws.REGION } },
    }),
    new iam.PolicyStatement({
      sid: 'HandOverTheDeliveryRole',
      actions: ['iam:PassRole'],
      resources: [role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } },
    }),
  ];
}
