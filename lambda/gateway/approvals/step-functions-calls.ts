import type { SFNClient } from '@aws-sdk/client-sfn';
import { CLIENT_SETTINGS } from '../../envelope/keys/service-call';
import type { StepFunctionsCalls } from './step-functions-workflow';

/**
 * The real client. It is loaded with the first answer that waits: a cold start does without it, as most requests do.
 */
export function stepFunctionsCalls(): StepFunctionsCalls {
  const load = () => import('@aws-sdk/client-sfn');
  let client: SFNClient | undefined;
  return {
    async startExecution(input) {
      const { SFNClient, StartExecutionCommand } = await load();
      client ??= new SFNClient(CLIENT_SETTINGS);
      return client.send(new StartExecutionCommand(input));
    },
    async sendTaskSuccess(input) {
      const { SFNClient, SendTaskSuccessCommand } = await load();
      client ??= new SFNClient(CLIENT_SETTINGS);
      return client.send(new SendTaskSuccessCommand(input));
    },
  };
}
