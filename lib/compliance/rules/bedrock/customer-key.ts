import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

/** Bedrock encrypts all of these, under a key that AWS owns when none is named. */
const KEYS: PlacesByType = {
  'AWS::Bedrock::Agent': ['CustomerEncryptionKeyArn'],
  'AWS::Bedrock::AutomatedReasoningPolicy': ['KmsKeyId'],
  'AWS::Bedrock::Blueprint': ['KmsKeyId'],
  'AWS::Bedrock::DataAutomationLibrary': ['EncryptionConfiguration.KmsKeyId'],
  'AWS::Bedrock::DataAutomationProject': ['KmsKeyId'],
  'AWS::Bedrock::DataSource': ['ServerSideEncryptionConfiguration.KmsKeyArn'],
  'AWS::Bedrock::Flow': ['CustomerEncryptionKeyArn'],
  'AWS::Bedrock::KnowledgeBase': [
    'KnowledgeBaseConfiguration.ManagedKnowledgeBaseConfiguration?.ServerSideEncryptionConfiguration.KmsKeyArn',
  ],
  'AWS::Bedrock::Prompt': ['CustomerEncryptionKeyArn'],
  'AWS::Bedrock::RetrievalInstruction': ['CustomerEncryptionKeyArn'],
  'AWS::Bedrock::Session': ['EncryptionKeyArn'],
};

export const customerKey: Rule = {
  id: 'bedrock-customer-key',
  title: 'agents, flows, prompts, sessions and what they read are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'Conversations, prompts and chunks of documents hold PHI; under a key of AWS nobody can see or withdraw its use.',
  fix: 'set the key property of the resource to a customer-managed key',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
