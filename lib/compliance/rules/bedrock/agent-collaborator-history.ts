import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

export const agentCollaboratorHistory: Rule = {
  id: 'bedrock-agent-collaborator-history',
  title: 'agents hand each other the question, not the whole conversation',
  severity: 'warning',
  controls: ['164.502(b)', '164.514(d)(2)'],
  profiles: ['ai'],
  why: 'A collaborator that gets the history of the conversation gets PHI that its task does not need.',
  fix: 'set RelayConversationHistory to DISABLED, or leave it out',
  resourceTypes: ['AWS::Bedrock::Agent'],
  check(agent) {
    return placesOf(agent, 'AgentCollaborators[].RelayConversationHistory').flatMap((relay) =>
      allowLiteral(relay, (mode) => mode === 'DISABLED', 'must be DISABLED'),
    );
  },
};
