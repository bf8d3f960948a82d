import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const versionsOf = companions(['AWS::Bedrock::GuardrailVersion'], (version) =>
  version.property('GuardrailIdentifier'),
);

export const guardrailVersioned: Rule = {
  id: 'bedrock-guardrail-versioned',
  title: 'guardrails are published as a version',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.316(b)(2)(iii)'],
  profiles: ['ai'],
  why: 'Whoever uses the draft gets each change at once, and nobody can say which filter an answer of last month went through.',
  fix: 'add an AWS::Bedrock::GuardrailVersion for the guardrail and use its Version',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    return versionsOf(guardrail).length > 0
      ? []
      : [finding('', 'no AWS::Bedrock::GuardrailVersion is made of it')];
  },
};
