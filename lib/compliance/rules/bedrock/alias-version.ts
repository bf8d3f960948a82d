import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireNumberedVersion } from './numbered-version';

export const aliasVersion: Rule = {
  id: 'bedrock-alias-version',
  title: 'aliases of agents and flows point at numbered versions',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.308(a)(8)'],
  profiles: ['ai'],
  why: 'Behind an alias of the draft, what patients and clinicians talk to changes with every save, evaluated by nobody.',
  fix: 'set RoutingConfiguration to a version; an alias of an agent without it makes one',
  resourceTypes: ['AWS::Bedrock::AgentAlias', 'AWS::Bedrock::FlowAlias'],
  check(alias) {
    const member = alias.type === 'AWS::Bedrock::AgentAlias' ? 'AgentVersion' : 'FlowVersion';
    return placesOf(alias, `RoutingConfiguration[].${member}`).flatMap(requireNumberedVersion);
  },
};
