import type { Aws } from '../support/aws';
import { REGION } from '../support/emulator';
import { at, isObject, present, textAt, type Json, type JsonObject } from '../support/json';
import type { Readers } from './reader';

/** The function that set it, while it is there. */
async function provider(aws: Aws, properties: JsonObject): Promise<Json | undefined> {
  const FunctionName = textAt(properties, 'ServiceToken');
  return at(await aws.find('lambda', 'GetFunctionConfiguration', { FunctionName }), 'FunctionArn');
}

/** What custom resources set in the account: the setting itself is asked for, and nothing that CloudFormation wrote down. */
export const accountSettings: Readers = {
  'Custom::BedrockDataRetentionMode': async (aws, _, properties) => {
    const Mode = at(await aws.call('bedrock', 'GetAccountDataRetention', {}), 'mode');
    if (Mode === 'inherit') return undefined;
    return present({ Mode, Regions: [REGION], ServiceToken: await provider(aws, properties) });
  },

  'Custom::BedrockInvocationLogging': async (aws, _, properties) => {
    const answer = await aws.call('bedrock', 'GetModelInvocationLoggingConfiguration', {});
    const LoggingConfig = at(answer, 'loggingConfig');
    if (!isObject(LoggingConfig)) return undefined;
    return present({ LoggingConfig, ServiceToken: await provider(aws, properties) });
  },
};
