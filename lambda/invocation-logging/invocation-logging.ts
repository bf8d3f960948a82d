import type { LoggingConfig } from '@aws-sdk/client-bedrock';
import type { AccountSetting } from '../account-settings/account-setting';
import { AccountSettingError } from '../account-settings/account-setting-error';
import { repeat, SYSTEM_CLOCK, type Clock } from '../account-settings/pauses';
import type { Properties } from '../account-settings/request';
import {
  asLoggingConfig,
  bearsMark,
  destinationsOf,
  isAsAsked,
  object,
  parseConfiguration,
  text,
  type FullConfiguration,
} from './logging-configuration';
import type { LoggingStore } from './logging-store';

/** Milliseconds. Bedrock tries out what it is given, and a role or policy that was just made takes a while to work. */
export const WRITE_PAUSES = [2_000, 4_000, 8_000, 8_000, 8_000] as const;
/** Milliseconds. What was set may be read by another server that has not heard of it. */
export const READ_PAUSES = [500, 1_000, 2_000, 4_000] as const;

export interface WantedLogging {
  readonly configuration: FullConfiguration;
  /** Name of the bucket or log group of somebody else's configuration that may be replaced. */
  readonly replaces: string | undefined;
  /** Whether logging is turned off when the resource goes. */
  readonly removes: boolean;
}

export interface InvocationLoggingProps {
  readonly store: LoggingStore;
  readonly clock?: Clock;
}

/**
 * The log of model invocations of the account in this Region. There is one configuration, whoever writes it: one of
 * somebody else is left alone, unless the properties name it. When the resource goes logging stays as it is, unless they
 * ask otherwise.
 */
export function createInvocationLogging({
  store,
  clock = SYSTEM_CLOCK,
}: InvocationLoggingProps): AccountSetting<WantedLogging> {
  async function write(configuration: FullConfiguration): Promise<void> {
    const config = asLoggingConfig(configuration);
    const attempt = async (): Promise<AccountSettingError | undefined> => {
      try {
        await store.write(config);
        return undefined;
      } catch (error) {
        if (error instanceof AccountSettingError && error.code === 'REFUSED') return error;
        throw error;
      }
    };
    const refusal = await repeat(attempt, (refused) => refused === undefined, WRITE_PAUSES, clock);
    if (!refusal) return;
    const { bucketName, logGroupName, roleArn } = configuration;
    throw new AccountSettingError(
      'REFUSED',
      `Bedrock does not take bucket ${bucketName}, log group ${logGroupName} and role ${roleArn}; it must be able to write with them: look at the policies of bucket, key and role, and at service control policies`,
    );
  }

  async function confirm(configuration: FullConfiguration): Promise<void> {
    const asAsked = (config: LoggingConfig | undefined): boolean => isAsAsked(config, configuration);
    if (asAsked(await repeat(store.read, asAsked, READ_PAUSES, clock))) return;
    throw new AccountSettingError(
      'NOT_AS_ASKED',
      'the logging configuration reads differently after it was set; find out who else sets it, and deploy again',
    );
  }

  return {
    name: 'invocation-logging',
    parse,
    async apply({ configuration, replaces }, before) {
      const found = await store.read();
      if (isAsAsked(found, configuration)) return { outcome: 'IN_PLACE', drifted: 0 };
      const isOurs =
        !found ||
        bearsMark(found, configuration) ||
        (before !== undefined && isAsAsked(found, before.configuration));
      const adopted = !isOurs && replaces !== undefined && destinationsOf(found).includes(replaces);
      if (!isOurs && !adopted) throw otherOwner(found, replaces);
      await write(configuration);
      await confirm(configuration);
      return { outcome: adopted ? 'ADOPTED' : 'SET', drifted: 0 };
    },
    async remove({ configuration, removes }) {
      if (!removes) return { outcome: 'LEFT' };
      const found = await store.read();
      if (!found) return { outcome: 'ABSENT' };
      if (!isAsAsked(found, configuration)) return { outcome: 'LEFT_TO_OTHER_OWNER' };
      await store.clear();
      return { outcome: 'REMOVED' };
    },
    async check({ configuration }) {
      const found = await store.read();
      if (isAsAsked(found, configuration)) return { outcome: 'IN_PLACE', drifted: 0 };
      return { outcome: found ? 'OTHER_CONFIGURATION' : 'LOGGING_OFF', drifted: 1 };
    },
  };
}

function otherOwner(found: LoggingConfig, replaces: string | undefined): AccountSettingError {
  const there = destinationsOf(found);
  const named =
    replaces === undefined ? '' : `, and adopt.replaces names ${replaces}, which is not among them`;
  return new AccountSettingError(
    'OTHER_OWNER',
    `this account and Region already log model invocations to ${there.join(', ')}${named}; an account and Region has one configuration: remove that one, leave this one out, or replace it by adopt: { replaces: '${there[0] ?? ''}', reason }`,
  );
}

function parse(properties: Properties): WantedLogging {
  const { LoggingConfig: config, Adopt: adopt, RemoveOnDelete: remove } = properties;
  return {
    configuration: parseConfiguration(config),
    replaces: adopt === undefined ? undefined : inWriting(adopt, 'Adopt', 'Replaces'),
    removes: remove !== undefined && inWriting(remove, 'RemoveOnDelete', 'Reason') !== '',
  };
}

/** A member of an object that says why. */
function inWriting(value: unknown, name: string, member: string): string {
  const given = object(value, name);
  text(given['Reason'], `${name}.Reason`);
  return text(given[member], `${name}.${member}`);
}
