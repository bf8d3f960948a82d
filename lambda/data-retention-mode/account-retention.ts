import {
  GetAccountDataRetentionCommand,
  PutAccountDataRetentionCommand,
  type BedrockClient,
} from '@aws-sdk/client-bedrock';
import { DATA_RETENTION_MODE } from '../../lib/contract/account-settings';
import { callBedrock } from '../account-settings/bedrock-call';

/** The data retention mode of the account in one Region. Every method throws AccountSettingError. */
export interface AccountRetention {
  /** The mode as Bedrock names it; '' when it names none. */
  readonly read: () => Promise<string>;
  /** Sets `none`; there is no way here to set another. */
  readonly setNone: () => Promise<void>;
}

export function createAccountRetention(bedrock: Pick<BedrockClient, 'send'>): AccountRetention {
  return {
    read: async () => {
      const { mode } = await callBedrock('bedrock:GetAccountDataRetention', (options) =>
        bedrock.send(new GetAccountDataRetentionCommand({}), options),
      );
      return mode ?? '';
    },
    setNone: async () => {
      await callBedrock('bedrock:PutAccountDataRetention', (options) =>
        bedrock.send(new PutAccountDataRetentionCommand({ mode: DATA_RETENTION_MODE.mode }), options),
      );
    },
  };
}
