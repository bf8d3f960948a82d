import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

/** Asks the user for what is missing, and runs nothing. */
const ASK_USER = 'AMAZON.UserInput';

export const agentActionGroups: Rule = {
  id: 'bedrock-agent-action-groups',
  title: 'agents run functions of ours, no code they wrote and no computer',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['ai'],
  why: 'A code interpreter or a shell does what a sentence hidden in a document asks, with the data the agent just read.',
  fix: `give the action group an ActionGroupExecutor and a schema, or ParentActionGroupSignature ${ASK_USER}`,
  resourceTypes: ['AWS::Bedrock::Agent'],
  check(agent) {
    return placesOf(agent, 'ActionGroups[].ParentActionGroupSignature').flatMap((signature) =>
      allowLiteral(signature, (name) => name === ASK_USER, `must be ${ASK_USER} or left out`),
    );
  },
};
