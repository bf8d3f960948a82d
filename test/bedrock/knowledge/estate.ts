import { aws_lambda as lambda, Duration, type Stack } from 'aws-cdk-lib';
import { PhiAgent, type PhiAgentProps } from '../../../lib/bedrock/agents/phi-agent';
import { DataRetentionMode } from '../../../lib/bedrock/data-retention-mode';
import { InvocationLogging } from '../../../lib/bedrock/invocation-logging';
import type { PhiKnowledgeBase } from '../../../lib/bedrock/knowledge/phi-knowledge-base';
import { PhiGuardrail } from '../../../lib/bedrock/phi-guardrail';
import { settingPlace } from '../../support/account-setting-place';
import { READER } from '../approved-models';
import { KnowledgePlace } from './place';

export const INSTRUCTION = 'Looks up what the guidelines of this clinic say, and says where that is written.';
export const APPOINTMENTS = 'arn:aws:lambda:us-east-1:111122223333:function:appointments';

/** An agent that looks up documents of one knowledge base, in a stack that has what both need around them. */
export class KnowledgeEstate {
  readonly place: KnowledgePlace;
  readonly base: PhiKnowledgeBase;
  readonly guardrail: PhiGuardrail;
  readonly agent: PhiAgent;

  constructor(stack: Stack, kind: 'index' | 'collection' = 'index', change: Partial<PhiAgentProps> = {}) {
    this.place = new KnowledgePlace(stack);
    this.base = this.place.knowledgeBase(kind === 'index' ? this.place.index() : this.place.collection());
    const encryptionKey = this.place.keys.data.key;
    this.guardrail = new PhiGuardrail(stack, 'Guardrail', { name: 'invented', encryptionKey });
    this.agent = new PhiAgent(stack, 'Agent', {
      name: 'intake',
      instruction: INSTRUCTION,
      dataClass: 'REDACTED',
      access: this.place.access,
      modelId: READER.modelId,
      guardrail: this.guardrail,
      encryptionKey,
      knowledge: [{ base: this.base, description: 'Guidelines of this clinic' }],
      actions: [
        {
          name: 'appointments',
          description: 'Free appointments',
          function: lambda.Function.fromFunctionArn(stack, 'Appointments', APPOINTMENTS),
          functions: [{ name: 'list', description: 'Lists free appointments' }],
        },
      ],
      idleSession: Duration.minutes(5),
      ...change,
    });
  }

  /** What becomes of prompts in the account. */
  addAccountSettings(): void {
    const { stack, keys } = this.place;
    const settings = settingPlace(stack);
    new DataRetentionMode(stack, 'AroundRetention', { ...settings, regions: ['us-east-1'] });
    new InvocationLogging(stack, 'AroundLogging', {
      ...settings,
      encryptionKey: keys.data.key,
      accessLogs: { receiveLogsOf: () => undefined },
    });
  }
}
