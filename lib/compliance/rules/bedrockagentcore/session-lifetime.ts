import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';

const TIMEOUTS: PlacesByType = {
  'AWS::BedrockAgentCore::Gateway': [
    'ProtocolConfiguration?.Mcp?.SessionConfiguration?.SessionTimeoutInSeconds',
  ],
  'AWS::BedrockAgentCore::Harness': [
    'Environment?.AgentCoreRuntimeEnvironment?.LifecycleConfiguration?.IdleRuntimeSessionTimeout',
  ],
  'AWS::BedrockAgentCore::Runtime': ['LifecycleConfiguration?.IdleRuntimeSessionTimeout'],
};

const seconds: Parameter<number> = {
  name: 'seconds',
  description:
    'longest time a session may lie idle, in seconds; AgentCore ends it after 900 when nothing is said',
  default: 900,
};

export const sessionLifetime: Rule = {
  id: 'bedrockagentcore-session-lifetime',
  title: 'sessions of agents end when nobody speaks',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['ai'],
  why: 'An idle session keeps the conversation, and the rights of its user, at hand for whoever comes next.',
  fix: 'lower IdleRuntimeSessionTimeout, or SessionTimeoutInSeconds of a gateway, or leave it out',
  resourceTypes: typesOf(TIMEOUTS),
  parameters: [seconds],
  check(resource, _template, settings) {
    const longest = settings.of(seconds);
    return placesByType(resource, TIMEOUTS).flatMap((timeout) =>
      allowLiteral(timeout, (value) => numberOf(value) <= longest, `must be at most ${longest} seconds`),
    );
  },
};
