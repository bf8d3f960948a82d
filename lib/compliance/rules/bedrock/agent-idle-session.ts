import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'longest time a conversation may lie idle, in seconds; Bedrock takes 60 to 5400',
  default: 1800,
};

export const agentIdleSession: Rule = {
  id: 'bedrock-agent-idle-session',
  title: 'conversations with agents end when nobody speaks',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['ai'],
  why: 'Whoever comes to an unattended session goes on with the conversation of the one who left, PHI and all.',
  fix: 'lower IdleSessionTTLInSeconds, or leave it out',
  resourceTypes: ['AWS::Bedrock::Agent'],
  parameters: [seconds],
  check(agent, _template, settings) {
    const longest = settings.of(seconds);
    return allowLiteral(
      agent.property('IdleSessionTTLInSeconds'),
      (ttl) => numberOf(ttl) <= longest,
      `must be at most ${longest} seconds`,
    );
  },
};
