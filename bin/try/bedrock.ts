import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { createBedrockModel } from '../../lambda/gateway/model/bedrock-model';
import { UsageError } from '../verbs/verb';
import type { BedrockOptions } from './options';
import type { Models } from './place';

/** Milliseconds for a request. */
const TIME_MS = 60_000;

/**
 * The real Bedrock, by the SDK's own ways to credentials and endpoint. Loads the SDK, so only who asks for it imports this.
 *
 * @throws UsageError there are no credentials
 */
export async function bedrockModels({ model, region, guardrail }: BedrockOptions): Promise<Models> {
  // attempts are counted by the gateway
  const client = new BedrockRuntimeClient({ region, maxAttempts: 1 });
  try {
    await client.config.credentials();
  } catch {
    throw new UsageError('--bedrock finds no AWS credentials: set AWS_PROFILE, or sign in');
  }
  return {
    model: createBedrockModel({ client }),
    ids: [model],
    region,
    ...(guardrail && { guardrail }),
    time: TIME_MS,
    areStandIns: false,
  };
}
