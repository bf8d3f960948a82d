import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

const NETWORKS: PlacesByType = {
  'AWS::BedrockAgentCore::BrowserCustom': ['NetworkConfiguration'],
  'AWS::BedrockAgentCore::CodeInterpreterCustom': ['NetworkConfiguration'],
  'AWS::BedrockAgentCore::Harness': ['Environment.AgentCoreRuntimeEnvironment.NetworkConfiguration'],
  'AWS::BedrockAgentCore::Runtime': ['NetworkConfiguration'],
};
/** Where the subnets are; browsers and interpreters have the first. */
const NETS = ['VpcConfig', 'NetworkModeConfig'] as const;
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
  resourceTypes: typesOf(NETWORKS),
  check(resource) {
    return placesByType(resource, NETWORKS).flatMap((network) => [
      ...requireLiteral(network.at('NetworkMode'), (name) => CLOSED.includes(name), 'must be VPC'),
      ...network
        .alternatives()
        .filter((each) => each.at('NetworkMode').texts().includes('VPC'))
        .flatMap((each) => {
          const subnets = NETS.map((name) => each.at(`${name}.Subnets`)).find((list) => list.isPresent);
          return requireSet(subnets ?? each.at(`${NETS[0]}.Subnets`), 'must name subnets');
        }),
    ]);
  },
};
