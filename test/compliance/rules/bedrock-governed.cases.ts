import { enforcedGuardrail } from '../../../lib/compliance/rules/bedrock/enforced-guardrail';
import { enforcedGuardrailKept } from '../../../lib/compliance/rules/bedrock/enforced-guardrail-kept';
import { flowPromptVersion } from '../../../lib/compliance/rules/bedrock/flow-prompt-version';
import { guardrailCredentials } from '../../../lib/compliance/rules/bedrock/guardrail-credentials';
import { promptVersioned } from '../../../lib/compliance/rules/bedrock/prompt-versioned';
import { versionsKept } from '../../../lib/compliance/rules/bedrock/versions-kept';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const ENFORCED = 'AWS::Bedrock::EnforcedGuardrailConfiguration';
const KEPT = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const kept = (type: string, attributes: JsonObject) => stack({ Subject: resource(type, {}, attributes) });

const enforced = (models: JsonObject) =>
  subject(ENFORCED, {
    GuardrailVersion: '3',
    SelectiveContentGuarding: { Messages: 'COMPREHENSIVE', System: 'COMPREHENSIVE' },
    ModelEnforcement: { IncludedModels: ['ALL'], ...models },
  });
const EXCLUDED = 'Properties.ModelEnforcement.ExcludedModels';

const CREDENTIALS = ['PASSWORD', 'AWS_ACCESS_KEY', 'AWS_SECRET_KEY', 'PIN'];
const LIST = 'Properties.SensitiveInformationPolicyConfig.PiiEntitiesConfig';
const guardrail = (entities: Json) =>
  subject('AWS::Bedrock::Guardrail', { SensitiveInformationPolicyConfig: { PiiEntitiesConfig: entities } });
const hidden = (last: JsonObject = {}): JsonObject[] =>
  CREDENTIALS.map((type) => ({ Type: type, Action: 'BLOCK', ...(type === 'PIN' ? last : {}) }));

const PROMPT_ARN = 'arn:aws:bedrock:us-east-1:111122223333:prompt/ABCDE12345';
const NODE = 'Properties.Definition.Nodes.0.Configuration';
const source = (arn: Json): JsonObject => ({
  Prompt: { SourceConfiguration: { Resource: { PromptArn: arn } } },
});
const flow = (configuration: JsonObject) =>
  subject(
    'AWS::Bedrock::Flow',
    { Definition: { Nodes: [{ Configuration: configuration }] } },
    { Prompt: resource('AWS::Bedrock::Prompt'), Version: resource('AWS::Bedrock::PromptVersion') },
  );
const published = (arn: Json, attributes: JsonObject = {}) =>
  subject(
    'AWS::Bedrock::Prompt',
    {},
    { Version: resource('AWS::Bedrock::PromptVersion', { PromptArn: arn }, attributes) },
  );

export const bedrockGovernedCases = [
  casesOf(enforcedGuardrail, {
    'models of embeddings left out is compliant': enforced({
      ExcludedModels: ['amazon.titan-embed-text-v2:0', 'cohere.rerank-v3-5:0'],
    }),
    'a model of text left out beside them is a finding': seen(
      enforced({ ExcludedModels: ['amazon.titan-embed-text-v2:0', 'amazon.nova-pro-v1:0'] }),
      `${EXCLUDED}.1`,
    ),
    'a model left to a parameter is unknown': enforced({ ExcludedModels: [OPEN] }),
    'a list of models of today is a finding': seen(
      enforced({ IncludedModels: ['amazon.nova-pro-v1:0'] }),
      'Properties.ModelEnforcement.IncludedModels',
    ),
    'a list left to a parameter is unknown': enforced({ IncludedModels: OPEN }),
  }),
  casesOf(enforcedGuardrailKept, {
    'one that stays is compliant': kept(ENFORCED, KEPT),
    'one that stays but for a failed first deployment is compliant': kept(ENFORCED, {
      ...KEPT,
      DeletionPolicy: 'RetainExceptOnCreate',
    }),
    'one that goes is a finding': seen(subject(ENFORCED), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'one that goes when replaced is a finding': seen(
      kept(ENFORCED, { DeletionPolicy: 'Retain' }),
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': kept(ENFORCED, { ...KEPT, DeletionPolicy: OPEN }),
  }),
  casesOf(versionsKept, {
    'a version of a guardrail that stays is compliant': kept('AWS::Bedrock::GuardrailVersion', KEPT),
    'a version of a prompt that stays is compliant': kept('AWS::Bedrock::PromptVersion', KEPT),
    'a version of a guardrail that goes is a finding': seen(
      subject('AWS::Bedrock::GuardrailVersion'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a version of a prompt that goes when replaced is a finding': seen(
      kept('AWS::Bedrock::PromptVersion', { DeletionPolicy: 'Retain' }),
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': kept('AWS::Bedrock::PromptVersion', {
      ...KEPT,
      UpdateReplacePolicy: OPEN,
    }),
  }),
  casesOf(guardrailCredentials, {
    'each blocked is compliant': guardrail(hidden()),
    'each masked both ways is compliant': guardrail(hidden({ Action: 'ANONYMIZE', InputEnabled: true })),
    'no list is a finding': seen(subject('AWS::Bedrock::Guardrail'), ...CREDENTIALS.map(() => LIST)),
    'one missing is a finding': seen(guardrail(hidden().slice(1)), LIST),
    'one only detected is a finding': seen(guardrail(hidden({ Action: 'NONE' })), LIST),
    'one switched off on the way out is a finding': guardrail(hidden({ OutputEnabled: false })),
    'a list left to a parameter is unknown': guardrail(OPEN),
    'an action left to a parameter is unknown': guardrail(hidden({ Action: OPEN })),
  }),
  casesOf(promptVersioned, {
    'a version of it is compliant': published({ 'Fn::GetAtt': ['Subject', 'Arn'] }),
    'no version is a finding': seen(subject('AWS::Bedrock::Prompt'), ''),
    'a version of another prompt is a finding': published(PROMPT_ARN),
    'a version under a condition is a finding': published(
      { 'Fn::GetAtt': ['Subject', 'Arn'] },
      { Condition: 'Maybe' },
    ),
  }),
  casesOf(flowPromptVersion, {
    'a version made here is compliant': flow(source({ 'Fn::GetAtt': ['Version', 'Arn'] })),
    'a number behind the ARN is compliant': flow(source(`${PROMPT_ARN}:3`)),
    'a number behind an open ARN is compliant': flow(source({ 'Fn::Sub': '${Prompt.Arn}:3' })),
    'a prompt written out in the flow is compliant': flow({
      Prompt: { SourceConfiguration: { Inline: { ModelId: 'm' } } },
    }),
    'nodes without a prompt is compliant': flow({ Input: {} }),
    'the prompt itself is a finding': seen(
      flow(source({ 'Fn::GetAtt': ['Prompt', 'Arn'] })),
      `${NODE}.Prompt.SourceConfiguration.Resource.PromptArn`,
    ),
    'an ARN without a number is a finding': flow(source(PROMPT_ARN)),
    'a draft by name is a finding': flow(source(`${PROMPT_ARN}:DRAFT`)),
    'no ARN is a finding': flow(source(NOTHING)),
    'a draft inside a loop is a finding': seen(
      flow({ Loop: { Definition: { Nodes: [{ Configuration: source(PROMPT_ARN) }] } } }),
      `${NODE}.Loop.Definition.Nodes.0.Configuration.Prompt.SourceConfiguration.Resource.PromptArn`,
    ),
    'an ARN left to a parameter is unknown': flow(source(OPEN)),
    'a definition elsewhere is unknown': subject('AWS::Bedrock::Flow', { DefinitionString: '{}' }),
  }),
];
