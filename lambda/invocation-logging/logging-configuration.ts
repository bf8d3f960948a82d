import type { LoggingConfig } from '@aws-sdk/client-bedrock';
import { INVOCATION_LOGGING } from '../../lib/contract/account-settings';
import { AccountSettingError } from '../account-settings/account-setting-error';
import { isObject, type Properties } from '../account-settings/request';

const KINDS = [
  'textDataDeliveryEnabled',
  'imageDataDeliveryEnabled',
  'embeddingDataDeliveryEnabled',
  'videoDataDeliveryEnabled',
  'audioDataDeliveryEnabled',
] as const;

/** A configuration with every destination there is. */
export interface FullConfiguration {
  readonly bucketName: string;
  readonly keyPrefix: string;
  readonly largeBucketName: string;
  readonly largeKeyPrefix: string;
  readonly logGroupName: string;
  readonly roleArn: string;
}

/** In the words of Bedrock: everything is delivered, of every kind. */
export function asLoggingConfig(full: FullConfiguration): LoggingConfig {
  return {
    cloudWatchConfig: {
      logGroupName: full.logGroupName,
      roleArn: full.roleArn,
      largeDataDeliveryS3Config: { bucketName: full.largeBucketName, keyPrefix: full.largeKeyPrefix },
    },
    s3Config: { bucketName: full.bucketName, keyPrefix: full.keyPrefix },
    ...Object.fromEntries(KINDS.map((kind) => [kind, true])),
  };
}

/**
 * Whether Bedrock delivers all of it to where it should. A kind of data that it does not mention counts as delivered, as
 * not every Region knows every kind.
 */
export function isAsAsked(found: LoggingConfig | undefined, full: FullConfiguration): boolean {
  if (!found) return false;
  const { cloudWatchConfig: logs, s3Config: s3 } = found;
  const large = logs?.largeDataDeliveryS3Config;
  return (
    s3?.bucketName === full.bucketName &&
    s3.keyPrefix === full.keyPrefix &&
    logs?.logGroupName === full.logGroupName &&
    logs.roleArn === full.roleArn &&
    large?.bucketName === full.largeBucketName &&
    large.keyPrefix === full.largeKeyPrefix &&
    KINDS.every((kind) => found[kind] !== false)
  );
}

/** Whether it is of the stack that asks: by the prefix of its keys, as nothing else in a configuration is free to choose. */
export function bearsMark(found: LoggingConfig, { keyPrefix }: FullConfiguration): boolean {
  return found.s3Config?.keyPrefix === keyPrefix;
}

/** Where a configuration delivers to, by name. */
export function destinationsOf({ cloudWatchConfig: logs, s3Config: s3 }: LoggingConfig): readonly string[] {
  const names = [s3?.bucketName, logs?.logGroupName, logs?.largeDataDeliveryS3Config?.bucketName];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/**
 * From a custom resource's `LoggingConfig`, which is written as Bedrock takes it; CloudFormation makes texts of numbers and
 * of true and false.
 * @throws AccountSettingError INVALID_EVENT
 */
export function parseConfiguration(given: unknown): FullConfiguration {
  const config = object(given, 'LoggingConfig');
  for (const kind of KINDS) {
    if (String(config[kind]) !== 'true') throw invalid(`LoggingConfig.${kind} is not true`);
  }
  const logs = object(config['cloudWatchConfig'], 'LoggingConfig.cloudWatchConfig');
  const large = object(
    logs['largeDataDeliveryS3Config'],
    'LoggingConfig.cloudWatchConfig.largeDataDeliveryS3Config',
  );
  const s3 = object(config['s3Config'], 'LoggingConfig.s3Config');
  const full = {
    bucketName: text(s3['bucketName'], 's3Config.bucketName'),
    keyPrefix: text(s3['keyPrefix'], 's3Config.keyPrefix'),
    largeBucketName: text(large['bucketName'], 'largeDataDeliveryS3Config.bucketName'),
    largeKeyPrefix: text(large['keyPrefix'], 'largeDataDeliveryS3Config.keyPrefix'),
    logGroupName: text(logs['logGroupName'], 'cloudWatchConfig.logGroupName'),
    roleArn: text(logs['roleArn'], 'cloudWatchConfig.roleArn'),
  };
  const mark = INVOCATION_LOGGING.keyPrefix;
  if (!full.keyPrefix.startsWith(mark) || full.keyPrefix === mark) {
    throw invalid(`s3Config.keyPrefix is not '${mark}' with the name of a stack`);
  }
  return full;
}

export function object(value: unknown, name: string): Properties {
  if (!isObject(value)) throw invalid(`${name} is no object`);
  return value;
}

export function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw invalid(`${name} is no text`);
  return value;
}

function invalid(what: string): AccountSettingError {
  return new AccountSettingError('INVALID_EVENT', `${what}; nothing was changed`);
}
