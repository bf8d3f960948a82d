import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const minutes: Parameter<number> = {
  name: 'minutes',
  description:
    'longest time after its last word until a session is evaluated, in minutes; AgentCore waits 15 when nothing is said',
  default: 60,
};

export const evaluationPrompt: Rule = {
  id: 'bedrockagentcore-evaluation-prompt',
  title: 'what agents said is evaluated the same hour',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A session is evaluated once it counts as over; until then nobody learns that the agent did harm in it.',
  fix: 'lower Rule.SessionConfig.SessionTimeoutMinutes',
  resourceTypes: ['AWS::BedrockAgentCore::OnlineEvaluationConfig'],
  parameters: [minutes],
  check(config, _template, settings) {
    const longest = settings.of(minutes);
    return allowLiteral(
      config.property('Rule.SessionConfig.SessionTimeoutMinutes'),
      (timeout) => numberOf(timeout) <= longest,
      `must be at most ${longest} minutes`,
    );
  },
};
