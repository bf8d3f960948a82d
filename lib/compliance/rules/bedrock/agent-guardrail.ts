import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';
import { requireNumberedVersion } from './numbered-version';

export const agentGuardrail: Rule = {
  id: 'bedrock-agent-guardrail',
  title: 'agents work under a guardrail of a numbered version',
  severity: 'error',
  controls: ['164.502(b)', '164.312(c)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'The condition that makes callers name a guardrail does not reach agents, and a draft changes under a running agent.',
  fix: 'set GuardrailConfiguration to a guardrail and the Version of an AWS::Bedrock::GuardrailVersion',
  resourceTypes: ['AWS::Bedrock::Agent'],
  check(agent) {
    return [
      ...requireSet(agent.property('GuardrailConfiguration.GuardrailIdentifier'), 'must name a guardrail'),
      ...placesOf(agent, 'GuardrailConfiguration?.GuardrailVersion').flatMap(requireNumberedVersion),
    ];
  },
};
