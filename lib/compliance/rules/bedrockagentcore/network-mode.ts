import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';

const MODES: PlacesByType = {
  'AWS::BedrockAgentCore::BrowserCustom': ['NetworkConfiguration.NetworkMode'],
  'AWS::BedrockAgentCore::CodeInterpreterCustom': ['NetworkConfiguration.NetworkMode'],
  'AWS::BedrockAgentCore::Harness': [
    'Environment.AgentCoreRuntimeEnvironment.NetworkConfiguration.NetworkMode',
  ],
  'AWS::BedrockAgentCore::Runtime': ['NetworkConfiguration.NetworkMode'],
};
/** A sandbox has no network but for S3. */
const CLOSED: readonly unknown[] = ['VPC', 'SANDBOX'];

export const networkMode: Rule = {
  id: 'bedrockagentcore-network-mode',
  title: 'agents, browsers and code interpreters run inside a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'An agent with the internet before it can be talked into sending there what it read.',
  fix: 'set NetworkMode to VPC, with subnets and security groups; SANDBOX also closes a code interpreter',
  resourceTypes: typesOf(MODES),
  check(resource) {
    return placesByType(resource, MODES).flatMap((mode) =>
      requireLiteral(mode, (name) => CLOSED.includes(name), 'must be VPC'),
    );
  },
};
