import { requireAny } from '../cloudformation/answer';
import { placesOf } from '../cloudformation/places';
import { isSet } from '../cloudformation/set';
import type { Rule } from '../../rule';

export const agentActionExecutor: Rule = {
  id: 'bedrock-agent-action-executor',
  title: 'what an agent decides is done by a function, not by whoever asked it',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'An action that is handed back to the caller runs under whatever the caller may do, past the function that checks and records it.',
  fix: 'set ActionGroupExecutor.Lambda to a function, and leave CustomControl out',
  resourceTypes: ['AWS::Bedrock::Agent'],
  check(agent) {
    const groups = placesOf(agent, 'ActionGroups[]');
    if (groups.length === 0) return 'not-applicable';
    return groups.flatMap((group) =>
      requireAny(
        `${group.path}.ActionGroupExecutor`,
        // what Bedrock runs itself, such as asking the user, has no function
        [isSet(group.at('ActionGroupExecutor.Lambda')), isSet(group.at('ParentActionGroupSignature'))],
        'must be a function',
      ),
    );
  },
};
