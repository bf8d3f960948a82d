import { BedrockClient } from '@aws-sdk/client-bedrock';
import type { Context } from 'aws-lambda';
import { CLIENT_SETTINGS } from '../account-settings/bedrock-call';
import { createLifecycle, type Answer } from '../account-settings/lifecycle';
import { createAccountRetention } from './account-retention';
import { createDataRetentionMode } from './data-retention-mode';

const lifecycle = createLifecycle(
  createDataRetentionMode({
    retentionIn: (region) => createAccountRetention(new BedrockClient({ ...CLIENT_SETTINGS, region })),
  }),
  (line) => process.stdout.write(line),
);

/** Sets Bedrock's data retention mode for CloudFormation, or looks after it for a schedule. */
export function handler(event: unknown, context: Context): Promise<Answer> {
  return lifecycle(event, context.awsRequestId);
}
