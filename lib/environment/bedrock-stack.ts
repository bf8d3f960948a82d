import { Stack, Tags, type aws_sns as sns, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AccessLogBucket } from '../audit/access-log-bucket';
import { DataRetentionMode } from '../bedrock/data-retention-mode';
import { DeniedDoors } from '../bedrock/denied-doors';
import { InvocationLogging } from '../bedrock/invocation-logging';
import { ModelAccess } from '../bedrock/model-access';
import { TAGS } from '../contract/tags';
import type { ServiceKeys } from '../encryption/service-keys';
import { LogDataProtection } from '../redaction/log-data-protection';
import { LOG_RETENTION } from './log-retention';
import type { Settings } from './settings';

export interface BedrockStackProps extends StackProps {
  readonly settings: Settings;
  /** The day approvals are judged against, `YYYY-MM-DD`. */
  readonly today: string;
  readonly keys: ServiceKeys;
  readonly accessLogs: AccessLogBucket;
  /** Told when a setting of the account is not as deployed. */
  readonly alarmTopic: sns.ITopic;
}

/**
 * What is decided of models before anything may call one: which are approved, which doors are closed, that AWS keeps no
 * prompt, and that every invocation is logged. The log outlives whoever invokes.
 */
export class BedrockStack extends Stack {
  readonly models: ModelAccess;
  readonly doors: DeniedDoors;
  /** Absent where somebody else sets what the account has one of. */
  readonly dataRetention: DataRetentionMode | undefined;
  readonly invocationLogging: InvocationLogging | undefined;

  constructor(
    scope: Construct,
    id: string,
    { settings, today, keys, accessLogs, alarmTopic, ...props }: BedrockStackProps,
  ) {
    super(scope, id, props);
    const { allowedRegions, bedrock, dataClass } = settings;
    this.models = new ModelAccess(this, 'Models', { models: bedrock.models, allowedRegions, today });
    this.doors = new DeniedDoors(this, 'Doors');
    Tags.of(this).add(TAGS.dataClass, 'LOG');
    if (bedrock.accountSettings !== 'here') return;
    const place = {
      functionKey: keys.data.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
      alarmTopic,
    };
    this.dataRetention = new DataRetentionMode(this, 'DataRetention', { ...place, regions: allowedRegions });
    this.invocationLogging = new InvocationLogging(this, 'InvocationLogging', {
      ...place,
      encryptionKey: keys.prompts.key,
      accessLogs,
      dataClass,
      retention: LOG_RETENTION,
      ...(bedrock.invocationLogLockDays === undefined
        ? {}
        : { lock: { days: bedrock.invocationLogLockDays } }),
    });
    // who keeps the log running does not have to know whose record it was
    new LogDataProtection(this, 'PromptIdentifiers', { logGroups: [this.invocationLogging.logGroup] });
  }
}
