import { BedrockClient } from '@aws-sdk/client-bedrock';
import type { Context } from 'aws-lambda';
import { CLIENT_SETTINGS } from '../account-settings/bedrock-call';
import { createLifecycle, type Answer } from '../account-settings/lifecycle';
import { createEnforcedGuardrail } from './enforced-guardrail';
import { createEnforcementStore } from './enforcement-store';

const lifecycle = createLifecycle(
  createEnforcedGuardrail({ store: createEnforcementStore(new BedrockClient(CLIENT_SETTINGS)) }),
  (line) => process.stdout.write(line),
);

/** Looks before a guardrail is enforced for CloudFormation, or looks after it for a schedule. */
export function handler(event: unknown, context: Context): Promise<Answer> {
  return lifecycle(event, context.awsRequestId);
}
