import {
  DeleteModelInvocationLoggingConfigurationCommand,
  GetModelInvocationLoggingConfigurationCommand,
  PutModelInvocationLoggingConfigurationCommand,
  type BedrockClient,
  type LoggingConfig,
} from '@aws-sdk/client-bedrock';
import { callBedrock } from '../account-settings/bedrock-call';

/** The one configuration of an account and Region. Every method throws AccountSettingError. */
export interface LoggingStore {
  /** `undefined` while logging is off. */
  readonly read: () => Promise<LoggingConfig | undefined>;
  /** Replaces whatever is there. */
  readonly write: (config: LoggingConfig) => Promise<void>;
  /** Turns logging off. */
  readonly clear: () => Promise<void>;
}

export function createLoggingStore(bedrock: Pick<BedrockClient, 'send'>): LoggingStore {
  return {
    read: async () => {
      const { loggingConfig } = await callBedrock(
        'bedrock:GetModelInvocationLoggingConfiguration',
        (options) => bedrock.send(new GetModelInvocationLoggingConfigurationCommand({}), options),
      );
      // Bedrock may answer with an empty object where nothing is configured
      const isOn = loggingConfig?.s3Config !== undefined || loggingConfig?.cloudWatchConfig !== undefined;
      return isOn ? loggingConfig : undefined;
    },
    write: async (loggingConfig) => {
      await callBedrock('bedrock:PutModelInvocationLoggingConfiguration', (options) =>
        bedrock.send(new PutModelInvocationLoggingConfigurationCommand({ loggingConfig }), options),
      );
    },
    clear: async () => {
      await callBedrock('bedrock:DeleteModelInvocationLoggingConfiguration', (options) =>
        bedrock.send(new DeleteModelInvocationLoggingConfigurationCommand({}), options),
      );
    },
  };
}
