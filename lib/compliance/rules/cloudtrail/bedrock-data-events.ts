import type { Observation, Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { deploysWith } from '../cloudformation/companions';
import { requireSelector, takesAll } from './selectors';

/**
 * Resource types under which Bedrock's calls are data events; InvokeModel and Converse are management events.
 * Source: Bedrock user guide, "Monitor Amazon Bedrock API calls using CloudTrail".
 */
const TYPES = [
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::AsyncInvoke',
  'AWS::Bedrock::FlowAlias',
  'AWS::Bedrock::FlowExecution',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::InlineAgent',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Bedrock::Model',
  'AWS::Bedrock::PromptVersion',
  'AWS::Bedrock::Session',
];

export const bedrockDataEvents: Rule = {
  id: 'cloudtrail-bedrock-data-events',
  title: "trails record Bedrock's data events",
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['ai'],
  why: 'Questions to agents, knowledge bases and guardrails carry PHI and leave no other record.',
  fix: `add an advanced selector with eventCategory Data for each resource type: ${TYPES.join(', ')}`,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check(trail, template) {
    // one record is enough, and classic selectors know no type of Bedrock
    const others = template
      .resourcesOf('AWS::CloudTrail::Trail')
      .filter((other) => other !== trail && deploysWith(other, trail));
    return TYPES.flatMap((type) =>
      others.some((other) => requireEvents(other, type).length === 0) ? [] : requireEvents(trail, type),
    );
  },
};

function requireEvents(trail: Resource, type: string): readonly Observation[] {
  return requireSelector(
    trail,
    (selector) => takesAll(selector, type) && selector.except.length === 0,
    `must take the data events of ${type}`,
  );
}
