import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description:
    'longest time an agent may remember its conversations, in days; Bedrock keeps 30 when nothing is said',
  default: 30,
};

export const agentMemoryRetention: Rule = {
  id: 'bedrock-agent-memory-retention',
  title: 'agents forget their conversations in time',
  severity: 'error',
  controls: ['164.502(b)', '164.310(d)(2)(i)'],
  profiles: ['ai'],
  why: 'Summaries of sessions are PHI in a store that no record schedule knows.',
  fix: 'lower MemoryConfiguration.StorageDays, or leave the memory out',
  resourceTypes: ['AWS::Bedrock::Agent'],
  parameters: [days],
  check(agent, _template, settings) {
    const longest = settings.of(days);
    return allowLiteral(
      agent.property('MemoryConfiguration.StorageDays'),
      (kept) => numberOf(kept) <= longest,
      `must be at most ${longest} days`,
    );
  },
};
