/** Invented guardrails, as Bedrock tells of them. */
export const ARN = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123def456';
export const OTHER_ARN = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/other0000000';

const COMPREHENSIVE = { system: 'COMPREHENSIVE', messages: 'COMPREHENSIVE' };

/** What the custom resource asks. */
export function asked(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { GuardrailArn: ARN, GuardrailVersion: '3', ...more };
}

/** What is enforced. */
export function enforced(more: Readonly<Record<string, unknown>> = {}): object {
  return {
    configId: 'config0001',
    guardrailArn: ARN,
    guardrailId: 'abc123def456',
    guardrailVersion: '3',
    selectiveContentGuarding: COMPREHENSIVE,
    owner: 'ACCOUNT',
    ...more,
  };
}

export const OTHERS = enforced({
  configId: 'theirs01',
  guardrailArn: OTHER_ARN,
  guardrailId: 'other0000000',
});

/** Version of a guardrail, by itself. */
export function guardrail(more: Readonly<Record<string, unknown>> = {}): object {
  return {
    name: 'invented',
    guardrailId: 'abc123def456',
    guardrailArn: ARN,
    version: '3',
    status: 'READY',
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    blockedInputMessaging: 'stopped',
    blockedOutputsMessaging: 'stopped',
    ...more,
  };
}
