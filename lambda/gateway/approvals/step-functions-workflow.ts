import type { ApprovalWorkflow } from './approvals';

/** The calls of `@aws-sdk/client-sfn` that are made: the client is wired by whoever uses it. */
export interface StepFunctionsCalls {
  startExecution(input: {
    readonly stateMachineArn: string;
    readonly name: string;
    readonly input: string;
  }): Promise<unknown>;
  sendTaskSuccess(input: { readonly taskToken: string; readonly output: string }): Promise<unknown>;
}

export interface StepFunctionsWorkflowProps {
  readonly calls: StepFunctionsCalls;
  readonly stateMachineArn: string;
  /** The token that the waiting task left, such as in a table by `dynamodb:updateItem.waitForTaskToken`. */
  readonly taskTokenOf: (requestId: string) => Promise<string | undefined>;
}

/** An execution for each answer that waits, named by its request: starting it twice is one execution. */
export function createStepFunctionsWorkflow({
  calls,
  stateMachineArn,
  taskTokenOf,
}: StepFunctionsWorkflowProps): ApprovalWorkflow {
  return {
    async start(parked) {
      const { requestId, useCase, replyKey, expiresAt } = parked;
      const input = JSON.stringify({ requestId, useCase, replyKey, expiresAt });
      try {
        await calls.startExecution({ stateMachineArn, name: requestId, input });
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
      }
    },
    async finish({ requestId }, decision) {
      const taskToken = await taskTokenOf(requestId);
      // the decision stands in the store and the ledger; an execution that does not wait has nothing to be told
      if (taskToken === undefined) return;
      await calls.sendTaskSuccess({ taskToken, output: JSON.stringify({ requestId, decision }) });
    },
  };
}
