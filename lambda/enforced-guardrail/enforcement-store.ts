import {
  GetGuardrailCommand,
  ListEnforcedGuardrailsConfigurationCommand,
  type AccountEnforcedGuardrailOutputConfiguration,
  type BedrockClient,
  type GetGuardrailResponse,
} from '@aws-sdk/client-bedrock';
import { AccountSettingError } from '../account-settings/account-setting-error';
import { callBedrock } from '../account-settings/bedrock-call';

export type EnforcedConfiguration = AccountEnforcedGuardrailOutputConfiguration;
export type FoundGuardrail = Pick<
  GetGuardrailResponse,
  'guardrailArn' | 'version' | 'status' | 'automatedReasoningPolicy'
>;

/** What is enforced in the account and Region, and what could be; there is no way here to change it. */
export interface EnforcementStore {
  readonly configurations: () => Promise<readonly EnforcedConfiguration[]>;
  /** `undefined` when there is no such version. */
  readonly guardrail: (arn: string, version: string) => Promise<FoundGuardrail | undefined>;
}

/** Bedrock documents one configuration; more pages than these are no answer. */
const MOST_PAGES = 10;

/** Every method throws AccountSettingError. */
export function createEnforcementStore(bedrock: Pick<BedrockClient, 'send'>): EnforcementStore {
  return {
    configurations: async () => {
      const found: EnforcedConfiguration[] = [];
      let token: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await orNothing(
          callBedrock('bedrock:ListEnforcedGuardrailsConfiguration', (options) =>
            bedrock.send(
              new ListEnforcedGuardrailsConfigurationCommand(token === undefined ? {} : { nextToken: token }),
              options,
            ),
          ),
        );
        found.push(...(answer?.guardrailsConfig ?? []));
        token = answer?.nextToken;
        if (token === undefined) return found;
      }
      throw new AccountSettingError('FAILED', 'bedrock:ListEnforcedGuardrailsConfiguration does not end');
    },
    guardrail: (guardrailIdentifier, guardrailVersion) =>
      orNothing(
        callBedrock('bedrock:GetGuardrail', (options) =>
          bedrock.send(new GetGuardrailCommand({ guardrailIdentifier, guardrailVersion }), options),
        ),
      ),
  };
}

async function orNothing<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof AccountSettingError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}
