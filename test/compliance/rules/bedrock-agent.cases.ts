import { agentActionGroups } from '../../../lib/compliance/rules/bedrock/agent-action-groups';
import { agentCollaboratorHistory } from '../../../lib/compliance/rules/bedrock/agent-collaborator-history';
import { agentGuardrail } from '../../../lib/compliance/rules/bedrock/agent-guardrail';
import { agentIdleSession } from '../../../lib/compliance/rules/bedrock/agent-idle-session';
import { agentMemoryRetention } from '../../../lib/compliance/rules/bedrock/agent-memory-retention';
import { agentOwnRole } from '../../../lib/compliance/rules/bedrock/agent-own-role';
import { aliasVersion } from '../../../lib/compliance/rules/bedrock/alias-version';
import { flowGuardrail } from '../../../lib/compliance/rules/bedrock/flow-guardrail';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const AGENT = 'AWS::Bedrock::Agent';
const FLOW = 'AWS::Bedrock::Flow';
const ALIAS = 'AWS::Bedrock::FlowAlias';
const VERSION: JsonObject = { 'Fn::GetAtt': ['Version', 'Version'] };
const GUARDRAILS = {
  Guardrail: resource('AWS::Bedrock::Guardrail'),
  Version: resource('AWS::Bedrock::GuardrailVersion'),
};

const under = (configuration: Json) => subject(AGENT, { GuardrailConfiguration: configuration }, GUARDRAILS);
const groups = (...members: readonly Json[]) => subject(AGENT, { ActionGroups: members });
const relay = (mode: Json) =>
  subject(AGENT, { AgentCollaborators: [{ CollaboratorName: 'c', RelayConversationHistory: mode }] });
const idle = (ttl: Json) => subject(AGENT, { IdleSessionTTLInSeconds: ttl });
const memory = (days: Json) => subject(AGENT, { MemoryConfiguration: { StorageDays: days } });
const roles = (mine: Json, theirs: Json) =>
  subject(
    AGENT,
    { AgentResourceRoleArn: mine },
    {
      Other: resource(AGENT, { AgentResourceRoleArn: theirs }),
      Role: resource('AWS::IAM::Role'),
      Further: resource('AWS::IAM::Role'),
    },
  );
const routed = (version: Json) => subject(ALIAS, { RoutingConfiguration: [{ FlowVersion: version }] });
const nodes = (...configurations: readonly JsonObject[]) =>
  subject(FLOW, { Definition: { Nodes: configurations.map((each) => ({ Configuration: each })) } });
const NODE = 'Properties.Definition.Nodes.0.Configuration';
const GUARDED = { GuardrailConfiguration: { GuardrailIdentifier: 'g', GuardrailVersion: '1' } };

export const bedrockAgentCases = [
  casesOf(agentActionGroups, {
    'no action groups is compliant': subject(AGENT),
    'a function of ours is compliant': groups({ ActionGroupExecutor: { Lambda: arn('Fn') } }),
    'asking the user is compliant': groups({ ParentActionGroupSignature: 'AMAZON.UserInput' }),
    'a code interpreter is a finding': seen(
      groups({ ActionGroupName: 'a' }, { ParentActionGroupSignature: 'AMAZON.CodeInterpreter' }),
      'Properties.ActionGroups.1.ParentActionGroupSignature',
    ),
    'a computer is a finding': groups({ ParentActionGroupSignature: 'ANTHROPIC.Computer' }),
    'a signature left to a parameter is unknown': groups({ ParentActionGroupSignature: OPEN }),
    'action groups left to a parameter is unknown': subject(AGENT, { ActionGroups: OPEN }),
  }),
  casesOf(agentCollaboratorHistory, {
    'no collaborators is compliant': subject(AGENT),
    'a collaborator without the history is compliant': relay('DISABLED'),
    'a collaborator of whom nothing is said is compliant': relay(NOTHING),
    'a collaborator with the history is a finding': seen(
      relay('TO_COLLABORATOR'),
      'Properties.AgentCollaborators.0.RelayConversationHistory',
    ),
    'a mode left to a parameter is unknown': relay(OPEN),
  }),
  casesOf(agentGuardrail, {
    'a version made here is compliant': under({
      GuardrailIdentifier: arn('Guardrail'),
      GuardrailVersion: VERSION,
    }),
    'a number is compliant': under({ GuardrailIdentifier: 'g', GuardrailVersion: '12' }),
    'no guardrail is a finding': seen(
      subject(AGENT),
      'Properties.GuardrailConfiguration.GuardrailIdentifier',
    ),
    'a draft is a finding': seen(
      under({ GuardrailIdentifier: 'g', GuardrailVersion: 'DRAFT' }),
      'Properties.GuardrailConfiguration.GuardrailVersion',
    ),
    'the version of the guardrail itself, which is the draft, is a finding': under({
      GuardrailIdentifier: 'g',
      GuardrailVersion: { 'Fn::GetAtt': ['Guardrail', 'Version'] },
    }),
    'no version is a finding': seen(
      under({ GuardrailIdentifier: 'g' }),
      'Properties.GuardrailConfiguration.GuardrailVersion',
    ),
    'a guardrail under a condition is a finding': under(
      either({ GuardrailIdentifier: 'g', GuardrailVersion: '1' }, NOTHING),
    ),
    'a version left to a parameter is unknown': under({ GuardrailIdentifier: 'g', GuardrailVersion: OPEN }),
    'a version of something else is unknown': under({
      GuardrailIdentifier: 'g',
      GuardrailVersion: { 'Fn::GetAtt': ['Subject', 'AgentVersion'] },
    }),
  }),
  casesOf(agentIdleSession, {
    'the default is compliant': subject(AGENT),
    'half an hour is compliant': idle(1800),
    'a second more is a finding': seen(idle(1801), 'Properties.IdleSessionTTLInSeconds'),
    'a text that is no number is a finding': idle('long'),
    'a time left to a parameter is unknown': idle(OPEN),
  }),
  casesOf(agentMemoryRetention, {
    'no memory is compliant': subject(AGENT),
    'thirty days is compliant': memory(30),
    'a day more is a finding': seen(memory(31), 'Properties.MemoryConfiguration.StorageDays'),
    'days left to a parameter is unknown': memory(OPEN),
  }),
  casesOf(agentOwnRole, {
    'a role of its own is compliant': roles(arn('Role'), arn('Further')),
    'a role of the same name in another stack is compliant': beside(
      subject(AGENT, { AgentResourceRoleArn: arn('Role') }, { Role: resource('AWS::IAM::Role') }),
      body({
        Other: resource(AGENT, { AgentResourceRoleArn: arn('Role') }),
        Role: resource('AWS::IAM::Role'),
      }),
    ),
    'a shared role is a finding': seen(roles(arn('Role'), arn('Role')), 'Properties.AgentResourceRoleArn'),
    'a shared role that is written out is a finding': roles('arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/a'),
    'a role shared in one branch is a finding': roles(either(arn('Role'), arn('Further')), arn('Role')),
    'a role left to a parameter is unknown': roles(OPEN, arn('Role')),
  }),
  casesOf(aliasVersion, {
    'a number is compliant': routed('3'),
    'a version made here is compliant': subject(
      ALIAS,
      { RoutingConfiguration: [{ FlowVersion: VERSION }] },
      { Version: resource('AWS::Bedrock::FlowVersion') },
    ),
    'an alias of an agent that makes its version is compliant': subject('AWS::Bedrock::AgentAlias'),
    'the draft of a flow is a finding': seen(
      routed('DRAFT'),
      'Properties.RoutingConfiguration.0.FlowVersion',
    ),
    'the draft of an agent is a finding': seen(
      subject('AWS::Bedrock::AgentAlias', { RoutingConfiguration: [{ AgentVersion: 'DRAFT' }] }),
      'Properties.RoutingConfiguration.0.AgentVersion',
    ),
    'a version left to a parameter is unknown': routed(OPEN),
  }),
  casesOf(flowGuardrail, {
    'a guarded prompt is compliant': nodes({ Prompt: GUARDED }),
    'a guarded answer from a knowledge base is compliant': nodes({
      KnowledgeBase: { ModelId: 'm', ...GUARDED },
    }),
    'a knowledge base that only looks up is compliant': nodes({ KnowledgeBase: { KnowledgeBaseId: 'k' } }),
    'nodes that call no model is compliant': nodes({ Input: {} }, { Output: {} }),
    'a prompt without a guardrail is a finding': seen(
      nodes({ Prompt: {} }),
      `${NODE}.Prompt.GuardrailConfiguration.GuardrailIdentifier`,
    ),
    'a prompt under a draft is a finding': seen(
      nodes({ Prompt: { GuardrailConfiguration: { GuardrailIdentifier: 'g', GuardrailVersion: 'DRAFT' } } }),
      `${NODE}.Prompt.GuardrailConfiguration.GuardrailVersion`,
    ),
    'an unguarded answer from a knowledge base is a finding': seen(
      nodes({ KnowledgeBase: { ModelId: 'm' } }),
      `${NODE}.KnowledgeBase.GuardrailConfiguration.GuardrailIdentifier`,
    ),
    'a prompt inside a loop is a finding': seen(
      nodes({ Loop: { Definition: { Nodes: [{ Configuration: { Prompt: {} } }] } } }),
      `${NODE}.Loop.Definition.Nodes.0.Configuration.Prompt.GuardrailConfiguration.GuardrailIdentifier`,
    ),
    'a definition in S3 is unknown': seen(
      subject(FLOW, { DefinitionS3Location: { Bucket: 'b', Key: 'k' } }),
      'Properties.DefinitionS3Location',
    ),
    'a definition as text is unknown': subject(FLOW, { DefinitionString: '{}' }),
    'nodes left to a parameter is unknown': subject(FLOW, { Definition: { Nodes: OPEN } }),
  }),
];
