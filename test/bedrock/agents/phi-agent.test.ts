import { aws_iam as iam, aws_lambda as lambda, Duration } from 'aws-cdk-lib';
import type { AgentAction } from '../../../lib/bedrock/agents/agent-action';
import type { PhiAgentProps } from '../../../lib/bedrock/agents/phi-agent';
import { DeniedDoors } from '../../../lib/bedrock/denied-doors';
import { text } from '../../encryption/policy-evaluator';
import {
  at,
  list,
  onlyResource,
  refusal,
  synthesize,
  testStack,
  type CloudTemplate,
  type Json,
  type Resource,
} from '../../support/synthesize';
import { LITE, PRO, READER } from '../approved-models';
import { APPOINTMENTS, KnowledgeEstate } from '../knowledge/estate';

const AGENT = 'AWS::Bedrock::Agent';
const ALIAS = 'AWS::Bedrock::AgentAlias';

function made(change: Partial<PhiAgentProps> = {}): CloudTemplate {
  const stack = testStack();
  new KnowledgeEstate(stack, 'index', change);
  return synthesize(stack);
}

const template = made();
const agent = onlyResource(template, AGENT);
const alias = onlyResource(template, ALIAS);

test('it is under the customer-managed key and a numbered guardrail', () => {
  expect(text(agent.Properties['CustomerEncryptionKeyArn'])).toMatch(/^<KeysData/u);
  const guardrail = agent.Properties['GuardrailConfiguration'];
  expect(text(at(guardrail, 'GuardrailIdentifier'))).toMatch(/\.GuardrailId>$/u);
  expect(text(at(guardrail, 'GuardrailVersion'))).toMatch(/^<GuardrailVersion\w+\.Version>$/u);
});

test('it forgets a conversation when it ends, and ends one that lies idle', () => {
  expect(agent.Properties).not.toHaveProperty('MemoryConfiguration');
  expect(agent.Properties['IdleSessionTTLInSeconds']).toBe(300);
});

test('it collaborates with no other agent and overrides no prompt', () => {
  for (const each of [
    'AgentCollaboration',
    'AgentCollaborators',
    'PromptOverrideConfiguration',
    'CustomOrchestration',
  ])
    expect(agent.Properties).not.toHaveProperty(each);
});

test('its action is a function of ours, and the user is asked first', () => {
  const groups = list(agent.Properties['ActionGroups']);
  expect(groups.map((group) => at(group, 'ActionGroupExecutor'))).toEqual([{ Lambda: APPOINTMENTS }]);
  expect(groups.every((group) => at(group, 'ParentActionGroupSignature') === undefined)).toBe(true);
  expect(at(groups[0], 'FunctionSchema', 'Functions', 0, 'RequireConfirmation')).toBe('ENABLED');
});

test('the function may be called for this agent, and for no other', () => {
  const { Properties } = onlyResource(template, 'AWS::Lambda::Permission');
  expect(Properties).toMatchObject({
    Action: 'lambda:InvokeFunction',
    FunctionName: APPOINTMENTS,
    Principal: 'bedrock.amazonaws.com',
    SourceAccount: { Ref: 'AWS::AccountId' },
  });
  expect(text(Properties['SourceArn'])).toMatch(/\.AgentArn>$/u);
  expect((alias.DependsOn ?? []).map((id) => template.Resources[id]?.Type)).toEqual([
    'AWS::Lambda::Permission',
  ]);
});

test('why nobody is asked stands in the template', () => {
  const action = (unconfirmed?: { reason: string }): AgentAction => ({
    name: 'hours',
    description: 'Opening hours',
    function: lambda.Function.fromFunctionArn(testStack(), 'Hours', APPOINTMENTS),
    functions: [{ name: 'list', description: 'Lists them', ...(unconfirmed ? { unconfirmed } : {}) }],
  });
  const asked = onlyResource(made({ actions: [action()] }), AGENT) as Resource & { Metadata?: Json };
  expect(at(asked.Metadata, 'hipaa-ai:unconfirmed-functions')).toBeUndefined();
  const open = onlyResource(made({ actions: [action({ reason: 'they are on the door' })] }), AGENT);
  expect(at((open as Resource & { Metadata?: Json }).Metadata, 'hipaa-ai:unconfirmed-functions')).toEqual({
    'hours.list': 'they are on the door',
  });
  expect(
    at(open.Properties['ActionGroups'], 0, 'FunctionSchema', 'Functions', 0, 'RequireConfirmation'),
  ).toBe('DISABLED');
});

test('parameters say whether they may be left out', () => {
  const action: AgentAction = {
    name: 'hours',
    description: 'Opening hours',
    function: lambda.Function.fromFunctionArn(testStack(), 'Hours', APPOINTMENTS),
    functions: [
      {
        name: 'list',
        description: 'Lists them',
        parameters: {
          day: { type: 'string', description: 'A day of the week', required: true },
          room: { type: 'integer', description: 'A room' },
        },
      },
    ],
  };
  const groups = onlyResource(made({ actions: [action] }), AGENT).Properties['ActionGroups'];
  expect(at(groups, 0, 'FunctionSchema', 'Functions', 0, 'Parameters')).toEqual({
    day: { Type: 'string', Description: 'A day of the week', Required: true },
    room: { Type: 'integer', Description: 'A room', Required: false },
  });
});

describe('versions', () => {
  const aliasId = (change: Partial<PhiAgentProps> = {}) =>
    Object.entries(made(change).Resources).find(([, { Type }]) => Type === ALIAS)?.[0];

  test('the alias names no version, so that making it makes one', () => {
    expect(alias.Properties).not.toHaveProperty('RoutingConfiguration');
    expect(text(alias.Properties['AgentAliasName'])).toMatch(/^configuration-[0-9a-f]{12}$/u);
    expect(agent.Properties['AutoPrepare']).toBe(true);
  });

  test('the same configuration keeps its alias, and each change has one of its own', () => {
    expect(aliasId()).toBe(aliasId());
    const ids = [
      aliasId(),
      aliasId({ instruction: 'Looks up what the guidelines of this clinic say, and nothing else.' }),
      aliasId({ idleSession: Duration.minutes(6) }),
      aliasId({ actions: [] }),
      aliasId({ knowledge: [] }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('agent and alias outlive the stack and each other’s changes', () => {
    for (const { DeletionPolicy, UpdateReplacePolicy } of [agent, alias])
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
  });
});

test('a model that is called through a profile is named by it, and reached through it alone', () => {
  const stack = testStack();
  const { agent: made } = new KnowledgeEstate(stack, 'index', {
    modelId: PRO.modelId,
    dataClass: 'PHI',
    knowledge: [],
  });
  const profiled = synthesize(stack);
  expect(text(onlyResource(profiled, AGENT).Properties['FoundationModel'])).toMatch(
    /:inference-profile\/us\.amazon\.nova-pro-v1:0$/u,
  );
  const role = String(stack.resolve(stack.getLogicalId(made.role.node.defaultChild as never)));
  const statements = Object.values(profiled.Resources)
    .filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::ManagedPolicy' && JSON.stringify(Properties['Roles']).includes(role),
    )
    .flatMap(({ Properties }) => list(at(Properties['PolicyDocument'], 'Statement')));
  const through = statements.find((each) => at(each, 'Sid') === 'InvokeModelsThroughProfiles');
  expect(at(through, 'Condition', 'StringEquals')).toHaveProperty('bedrock:InferenceProfileArn');
  expect(statements.some((each) => at(each, 'Sid') === 'InvokeApprovedModels')).toBe(false);
});

describe('an invocation', () => {
  const stack = testStack();
  const { agent: own, place } = new KnowledgeEstate(stack);
  const role = new iam.Role(stack, 'Caller', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });

  test('is not granted while agents are denied to everybody', () => {
    const doors = new DeniedDoors(stack, 'Closed');
    const error = refusal(() => own.grantInvoke(role, place.runtime, doors));
    expect(error.code).toBe('AgentsNotApproved');
    expect(error.message).toContain('DeniedDoors');
  });

  test('is not granted by the approval of something else', () => {
    const doors = new DeniedDoors(stack, 'Flows', {
      approvals: [
        {
          calls: 'flows',
          principals: ['arn:aws:iam::*:role/Navigator'],
          by: 'model board',
          on: '2026-11-02',
          record: 'MB-32',
        },
      ],
    });
    expect(refusal(() => own.grantInvoke(role, place.runtime, doors)).code).toBe('AgentsNotApproved');
  });
});

describe('is refused', () => {
  const code = (change: Partial<PhiAgentProps>) => refusal(() => made(change)).code;

  test.each(['', 'a b', '-a', 'a'.repeat(101)])('with the name "%s"', (name) => {
    expect(code({ name })).toBe('AgentName');
  });

  test.each([39, 4001])('with an instruction of %i characters', (length) => {
    expect(code({ instruction: 'a'.repeat(length) })).toBe('AgentInstruction');
  });

  test.each([59, 1801])('with sessions of %i seconds', (seconds) => {
    expect(code({ idleSession: Duration.seconds(seconds) })).toBe('AgentSession');
  });

  test('with knowledge of another class, or a model that is not approved for its own', () => {
    expect(code({ dataClass: 'PHI', modelId: LITE.modelId })).toBe('AgentKnowledge');
    expect(code({ modelId: LITE.modelId })).toBe('AgentModel');
  });

  const action = (change: Partial<AgentAction>): AgentAction => ({
    name: 'hours',
    description: 'Opening hours',
    function: lambda.Function.fromFunctionArn(testStack(), 'Hours', APPOINTMENTS),
    functions: [{ name: 'list', description: 'Lists them' }],
    ...change,
  });

  test('with actions that Bedrock would refuse, or whose silence nobody explains', () => {
    expect(code({ actions: [action({}), action({})] })).toBe('AgentAction');
    expect(code({ actions: [action({ functions: [] })] })).toBe('AgentAction');
    expect(code({ actions: [action({ name: 'opening hours' })] })).toBe('AgentAction');
    expect(
      code({
        actions: [
          action({ functions: [{ name: 'list', description: 'Lists them', unconfirmed: { reason: ' ' } }] }),
        ],
      }),
    ).toBe('AgentAction');
  });
});

test.each(['a', 'a'.repeat(100)])('the name "%s" is taken', (name) => {
  expect(onlyResource(made({ name }), AGENT).Properties['AgentName']).toBe(name);
});

test.each([40, 4000])('an instruction of %i characters is taken', (length) => {
  expect(() => made({ instruction: 'a'.repeat(length) })).not.toThrow();
});

test.each([60, 1800])('sessions of %i seconds are taken', (seconds) => {
  expect(
    onlyResource(made({ idleSession: Duration.seconds(seconds) }), AGENT).Properties[
      'IdleSessionTTLInSeconds'
    ],
  ).toBe(seconds);
});

test('an agent may do nothing but talk', () => {
  const { Properties } = onlyResource(made({ actions: [], knowledge: [], modelId: READER.modelId }), AGENT);
  expect(Properties).toMatchObject({ ActionGroups: [], KnowledgeBases: [] });
});
