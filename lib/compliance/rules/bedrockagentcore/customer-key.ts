import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireCustomerKey } from '../kms/customer-key';

const EC2 = 'ComputeConfiguration.Ec2Configuration?';
/** AgentCore encrypts all of these, under a key that AWS owns when none is named. */
const KEYS: PlacesByType = {
  'AWS::BedrockAgentCore::CapacityProvider': [
    `${EC2}.RootVolume?.KmsKeyId`,
    `${EC2}.LaunchTemplateSource?.LaunchParameters?.EphemeralVolumes[].Ebs?.KmsKeyId`,
    `${EC2}.Volumes[].EbsConfiguration?.KmsKeyId`,
  ],
  'AWS::BedrockAgentCore::ConfigurationBundle': ['KmsKeyArn'],
  'AWS::BedrockAgentCore::Dataset': ['KmsKeyArn'],
  'AWS::BedrockAgentCore::Evaluator': ['KmsKeyArn'],
  'AWS::BedrockAgentCore::Gateway': ['KmsKeyArn'],
  'AWS::BedrockAgentCore::Harness': ['Memory?.ManagedMemoryConfiguration?.EncryptionKeyArn'],
  'AWS::BedrockAgentCore::Memory': ['EncryptionKeyArn'],
  'AWS::BedrockAgentCore::PolicyEngine': ['EncryptionKeyArn'],
};

export const customerKey: Rule = {
  id: 'bedrockagentcore-customer-key',
  title: 'memories, gateways, datasets and evaluators are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'What an agent remembers and what it is tested with hold PHI; under a key of AWS nobody can see or withdraw its use.',
  fix: 'set the key property of the resource to a customer-managed key; the key of a memory cannot be changed later',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap(requireCustomerKey);
  },
};
