import type { Door } from './access-matrix';

/** There is no `bedrock:Converse`: Converse and ConverseStream are authorized as these two. */
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

interface DoorFacts {
  readonly door: Door;
  /** The service whose VPC endpoint carries it. */
  readonly service: string;
  readonly actions: readonly string[];
  /** Whether a request names the model it is for, so that policies see it. */
  readonly namesModel: boolean;
  /** Whether a request can name a guardrail, so that policies can demand one. */
  readonly namesGuardrail: boolean;
  /** First part of the resource in ARNs; without one the action has no resource. Any of those in the assembly will do. */
  readonly resources: readonly string[];
}

/**
 * Ways to a model, in the order of reading.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon Bedrock"; Bedrock user
 * guide, "Set up permissions to use guardrails", which names the four calls that `bedrock:GuardrailIdentifier` is for.
 */
export const DOOR_FACTS: readonly DoorFacts[] = [
  {
    door: 'runtime',
    service: 'bedrock-runtime',
    actions: INVOKE,
    namesModel: true,
    namesGuardrail: true,
    resources: [],
  },
  {
    door: 'batch',
    service: 'bedrock',
    actions: ['bedrock:CreateModelInvocationJob'],
    namesModel: true,
    namesGuardrail: false,
    resources: [],
  },
  {
    door: 'agent',
    service: 'bedrock-agent-runtime',
    actions: ['bedrock:InvokeAgent', 'bedrock:InvokeInlineAgent'],
    namesModel: false,
    namesGuardrail: false,
    resources: ['agent-alias/'],
  },
  {
    door: 'flow',
    service: 'bedrock-agent-runtime',
    actions: ['bedrock:InvokeFlow', 'bedrock:StartFlowExecution'],
    namesModel: false,
    namesGuardrail: false,
    resources: ['flow/'],
  },
  {
    door: 'knowledge-base',
    service: 'bedrock-agent-runtime',
    actions: ['bedrock:RetrieveAndGenerate'],
    namesModel: false,
    namesGuardrail: false,
    resources: ['knowledge-base/'],
  },
  {
    door: 'bearer',
    service: 'bedrock-runtime',
    actions: ['bedrock:CallWithBearerToken'],
    namesModel: false,
    namesGuardrail: false,
    resources: [],
  },
  {
    door: 'mantle',
    service: 'bedrock-mantle',
    actions: ['bedrock-mantle:CreateInference', 'bedrock-mantle:CallWithBearerToken'],
    namesModel: false,
    namesGuardrail: false,
    resources: ['project/'],
  },
];

/** What a call with a guardrail needs besides. */
export const APPLY_GUARDRAIL = 'bedrock:ApplyGuardrail';
export const OPEN_KEY = 'kms:Decrypt';

/** Every action that a cell asks for; statements about none of them are never looked at. */
export const ASKED_ACTIONS: readonly string[] = [
  ...DOOR_FACTS.flatMap(({ actions }) => actions),
  APPLY_GUARDRAIL,
];
