import { dataAutomationRedaction } from '../../../lib/compliance/rules/bedrock/data-automation-redaction';
import { guardrailComplete } from '../../../lib/compliance/rules/bedrock/guardrail-complete';
import { guardrailFiltersAct } from '../../../lib/compliance/rules/bedrock/guardrail-filters-act';
import { knowledgeBaseRetained } from '../../../lib/compliance/rules/bedrock/knowledge-base-retained';
import { reasoningPolicyKept } from '../../../lib/compliance/rules/bedrock/reasoning-policy-kept';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const complete = {
  AutomatedReasoningPolicyConfig: { Policies: ['p'] },
  TopicPolicyConfig: { TopicsConfig: [{ Name: 't' }] },
  WordPolicyConfig: { WordsConfig: [{ Text: 'w' }] },
};
const topics = (...members: readonly Json[]) =>
  subject('AWS::Bedrock::Guardrail', { TopicPolicyConfig: { TopicsConfig: members } });

export const bedrockMoreCases = [
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
];
