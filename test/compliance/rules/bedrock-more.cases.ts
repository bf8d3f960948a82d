import { dataSourceProtected } from '../../../lib/compliance/rules/bedrock/data-source-protected';
import { guardrailIdentifiersAct } from '../../../lib/compliance/rules/bedrock/guardrail-identifiers-act';
import { dataAutomationRedaction } from '../../../lib/compliance/rules/bedrock/data-automation-redaction';
import { dataRetention } from '../../../lib/compliance/rules/bedrock/data-retention';
import { dataRetentionNone } from '../../../lib/compliance/rules/bedrock/data-retention-none';
import { guardrailComplete } from '../../../lib/compliance/rules/bedrock/guardrail-complete';
import { guardrailEnforced } from '../../../lib/compliance/rules/bedrock/guardrail-enforced';
import { guardrailFiltersAct } from '../../../lib/compliance/rules/bedrock/guardrail-filters-act';
import { knowledgeBaseRetained } from '../../../lib/compliance/rules/bedrock/knowledge-base-retained';
import { reasoningPolicyKept } from '../../../lib/compliance/rules/bedrock/reasoning-policy-kept';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const complete = {
  AutomatedReasoningPolicyConfig: { Policies: ['p'] },
  TopicPolicyConfig: { TopicsConfig: [{ Name: 't' }] },
  WordPolicyConfig: { WordsConfig: [{ Text: 'w' }] },
};
const topics = (...members: readonly Json[]) =>
  subject('AWS::Bedrock::Guardrail', { TopicPolicyConfig: { TopicsConfig: members } });

const caller = (others: JsonObject = {}, action = 'bedrock:InvokeModel') =>
  subject(
    'AWS::IAM::Policy',
    { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] } },
    others,
  );
const retaining = (mode: Json, action = 'putAccountDataRetention') =>
  JSON.stringify({ service: 'Bedrock', action, parameters: { mode } });
const OWN_SETTER = 'Custom::BedrockDataRetentionMode';
const setter = (create: Json) => subject('Custom::AWS', { Create: create });

const IDENTIFIERS = 'Properties.SensitiveInformationPolicyConfig.PiiEntitiesConfig';
const identifiers = (...entries: readonly Json[]) =>
  subject('AWS::Bedrock::Guardrail', { SensitiveInformationPolicyConfig: { PiiEntitiesConfig: entries } });

const SOURCE = 'AWS::Bedrock::DataSource';
const CONNECTOR = 'Properties.DataSourceConfiguration.ManagedKnowledgeBaseConnectorConfiguration';
const connected = (protection: Json) =>
  subject(SOURCE, {
    DataSourceConfiguration: {
      ManagedKnowledgeBaseConnectorConfiguration: { DeletionProtectionConfiguration: protection },
    },
  });

const ENFORCED = 'AWS::Bedrock::EnforcedGuardrailConfiguration';

export const bedrockMoreCases = [
  casesOf(guardrailEnforced, {
    'an enforced one beside it is compliant': subject(
      'AWS::Bedrock::Guardrail',
      {},
      { Enforced: resource(ENFORCED) },
    ),
    'none enforced is a finding': seen(subject('AWS::Bedrock::Guardrail'), ''),
    'one enforced under a condition is a finding': subject(
      'AWS::Bedrock::Guardrail',
      {},
      { Enforced: resource(ENFORCED, {}, { Condition: 'Maybe' }) },
    ),
  }),
  casesOf(dataRetention, {
    'a call of the API beside it is compliant': caller({
      Mode: resource('Custom::AWS', { Create: retaining('none') }),
    }),
    'a custom resource named for it is compliant': caller({ Mode: resource('Custom::BedrockDataRetention') }),
    'nothing that sets it is a finding': seen(caller(), 'Properties.PolicyDocument.Statement.0'),
    'a call under a condition is a finding': caller({
      Mode: resource('Custom::AWS', { Create: retaining('none') }, { Condition: 'Maybe' }),
    }),
    'a policy on something else is not applicable': caller({}, 's3:GetObject'),
  }),
  casesOf(dataRetentionNone, {
    'none is compliant': setter(retaining('none')),
    'the default is a finding': seen(setter(retaining('default')), 'Properties.Create'),
    'sharing with who made the model is a finding': setter(retaining('provider_data_share')),
    'an update to another mode is a finding': seen(
      subject('Custom::AWS', { Create: retaining('none'), Update: retaining('inherit') }),
      'Properties.Update',
    ),
    'another mode in one branch is a finding': setter(either(retaining('none'), retaining('default'))),
    'a call that cannot be parsed is unknown': setter('putAccountDataRetention {'),
    'a call left to a parameter in one branch is unknown': setter(either(retaining('none'), OPEN)),
    'a provider of its own is unknown': subject('AWS::CloudFormation::CustomResource', {
      Calls: 'putAccountDataRetention',
    }),
    'another call is not applicable': setter(retaining('none', 'getAccountDataRetention')),
    'our own with mode none is compliant': subject(OWN_SETTER, { Mode: 'none', Regions: ['us-east-1'] }),
    'our own with another mode is a finding': seen(
      subject(OWN_SETTER, { Mode: 'default' }),
      'Properties.Mode',
    ),
    'our own without a mode is a finding': seen(subject(OWN_SETTER), 'Properties.Mode'),
    'our own with a mode left to a parameter is unknown': subject(OWN_SETTER, { Mode: OPEN }),
  }),
  casesOf(dataAutomationRedaction, {
    'the safe setting is compliant': subject('AWS::Bedrock::DataAutomationProject', {
      OverrideConfiguration: {
        Audio: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
        Document: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
        Image: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
        Video: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
      },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::Bedrock::DataAutomationProject', {
        OverrideConfiguration: {
          Audio: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
          Document: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
          Image: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
          Video: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION' } },
        },
      }),
      'Properties.OverrideConfiguration.Video.SensitiveDataConfiguration.DetectionMode',
    ),
    'nothing said is a finding': subject('AWS::Bedrock::DataAutomationProject'),
    'a setting left to a parameter is unknown': subject('AWS::Bedrock::DataAutomationProject', {
      OverrideConfiguration: {
        Audio: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
        Document: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
        Image: { SensitiveDataConfiguration: { DetectionMode: 'DETECTION_AND_REDACTION' } },
        Video: { SensitiveDataConfiguration: { DetectionMode: OPEN } },
      },
    }),
  }),
  casesOf(guardrailComplete, {
    'the safe setting is compliant': subject('AWS::Bedrock::Guardrail', complete),
    'the unsafe setting is a finding': seen(
      subject('AWS::Bedrock::Guardrail', { ...complete, WordPolicyConfig: NOTHING }),
      'Properties.WordPolicyConfig',
    ),
    'no topics is a finding': subject('AWS::Bedrock::Guardrail', {
      ...complete,
      TopicPolicyConfig: { TopicsConfig: [] },
    }),
    'topics left to a parameter is unknown': subject('AWS::Bedrock::Guardrail', {
      ...complete,
      TopicPolicyConfig: { TopicsConfig: OPEN },
    }),
  }),
  casesOf(guardrailFiltersAct, {
    'no filters is compliant': subject('AWS::Bedrock::Guardrail'),
    'filters of which nothing is said is compliant': topics({ Name: 't' }),
    'filters that block is compliant': topics({ InputAction: 'BLOCK', OutputEnabled: true }),
    'a topic only noticed is a finding': seen(
      topics({ Name: 't' }, { OutputAction: 'NONE' }),
      'Properties.TopicPolicyConfig.TopicsConfig.1.OutputAction',
    ),
    'a word switched off is a finding': seen(
      subject('AWS::Bedrock::Guardrail', {
        WordPolicyConfig: { WordsConfig: [{ Text: 'w', InputEnabled: false }] },
      }),
      'Properties.WordPolicyConfig.WordsConfig.0.InputEnabled',
    ),
    'a list of words only noticed is a finding': subject('AWS::Bedrock::Guardrail', {
      WordPolicyConfig: { ManagedWordListsConfig: [{ Type: 'PROFANITY', InputAction: 'NONE' }] },
    }),
    'an action left to a parameter is unknown': topics({ InputAction: OPEN }),
  }),
  casesOf(knowledgeBaseRetained, {
    'one that stays is compliant': stack({
      Subject: resource(
        'AWS::Bedrock::KnowledgeBase',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'one that goes is a finding': seen(
      subject('AWS::Bedrock::KnowledgeBase'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'one that goes when replaced is a finding': seen(
      stack({ Subject: resource('AWS::Bedrock::KnowledgeBase', {}, { DeletionPolicy: 'Retain' }) }),
      'UpdateReplacePolicy',
    ),
    'one whose end is left to a parameter is unknown': stack({
      Subject: resource(
        'AWS::Bedrock::KnowledgeBase',
        {},
        { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' },
      ),
    }),
  }),
  casesOf(reasoningPolicyKept, {
    'the safe setting is compliant': subject('AWS::Bedrock::AutomatedReasoningPolicy'),
    'the unsafe setting is a finding': seen(
      subject('AWS::Bedrock::AutomatedReasoningPolicy', { ForceDelete: true }),
      'Properties.ForceDelete',
    ),
    'a setting left to a parameter is unknown': subject('AWS::Bedrock::AutomatedReasoningPolicy', {
      ForceDelete: OPEN,
    }),
  }),
  casesOf(guardrailIdentifiersAct, {
    'no identifiers is compliant': subject('AWS::Bedrock::Guardrail'),
    'identifiers that are masked is compliant': identifiers({ Action: 'ANONYMIZE' }, { Action: 'BLOCK' }),
    'an identifier only noticed is a finding': seen(
      identifiers({ Action: 'BLOCK' }, { Action: 'NONE' }),
      `${IDENTIFIERS}.1.Action`,
    ),
    'an action that both ways overrule is a finding': seen(
      identifiers({ Action: 'NONE', InputAction: 'BLOCK', OutputAction: 'BLOCK' }),
      `${IDENTIFIERS}.0.Action`,
    ),
    'an identifier noticed one way is a finding': identifiers({ Action: 'BLOCK', OutputAction: 'NONE' }),
    'an identifier switched off is a finding': identifiers({ Action: 'BLOCK', InputEnabled: false }),
    'a pattern only noticed is a finding': subject('AWS::Bedrock::Guardrail', {
      SensitiveInformationPolicyConfig: { RegexesConfig: [{ Name: 'n', Action: 'NONE' }] },
    }),
    'an action left to a parameter is unknown': identifiers({ Action: OPEN }),
  }),
  casesOf(dataSourceProtected, {
    'a source without a managed connector is compliant': subject(SOURCE, {
      DataSourceConfiguration: { Type: 'S3' },
    }),
    'a protected one is compliant': connected({ DeletionProtectionStatus: 'ENABLED' }),
    'one that is not protected is a finding': seen(
      connected({ DeletionProtectionStatus: 'DISABLED' }),
      `${CONNECTOR}.DeletionProtectionConfiguration.DeletionProtectionStatus`,
    ),
    'nothing said is a finding': connected(NOTHING),
    'protection left to a parameter is unknown': connected(OPEN),
  }),
];
