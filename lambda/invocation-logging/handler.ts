import { BedrockClient } from '@aws-sdk/client-bedrock';
import type { Context } from 'aws-lambda';
import { CLIENT_SETTINGS } from '../account-settings/bedrock-call';
import { createLifecycle, type Answer } from '../account-settings/lifecycle';
import { createInvocationLogging } from './invocation-logging';
import { createLoggingStore } from './logging-store';

const lifecycle = createLifecycle(
  createInvocationLogging({ store: createLoggingStore(new BedrockClient(CLIENT_SETTINGS)) }),
  (line) => process.stdout.write(line),
);

/** Configures the log of model invocations for CloudFormation, or looks after it for a schedule. */
export function handler(event: unknown, context: Context): Promise<Answer> {
  return lifecycle(event, context.awsRequestId);
}
