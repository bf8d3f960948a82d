import type { Parameter } from '../../parameter';
import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import { numberOf } from '../../template/value';
import { placesOf } from '../cloudformation/places';

const days: Parameter<number> = {
  name: 'days',
  description: 'longest time events of a conversation may be kept, in days; AgentCore takes 7 to 365',
  default: 90,
};

export const memoryExpiry: Rule = {
  id: 'bedrockagentcore-memory-expiry',
  title: 'agents forget their conversations in time',
  severity: 'error',
  controls: ['164.502(b)', '164.310(d)(2)(i)'],
  profiles: ['ai'],
  why: 'The events of conversations are PHI in a store that no record schedule knows.',
  fix: 'lower EventExpiryDuration',
  resourceTypes: ['AWS::BedrockAgentCore::Memory', 'AWS::BedrockAgentCore::Harness'],
  parameters: [days],
  check(resource, _template, settings) {
    const longest = settings.of(days);
    const isShort = (kept: Json) => numberOf(kept) <= longest;
    const expectation = `must be at most ${longest} days`;
    return resource.type === 'AWS::BedrockAgentCore::Memory'
      ? requireLiteral(resource.property('EventExpiryDuration'), isShort, expectation)
      : placesOf(resource, 'Memory?.ManagedMemoryConfiguration?.EventExpiryDuration').flatMap((expiry) =>
          // a managed memory keeps 30 days when nothing is said
          allowLiteral(expiry, isShort, expectation),
        );
  },
};
