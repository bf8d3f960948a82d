import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const versionsOf = companions(['AWS::Bedrock::PromptVersion'], (version) => version.property('PromptArn'));

export const promptVersioned: Rule = {
  id: 'bedrock-prompt-versioned',
  title: 'prompts are published as a version',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.316(b)(2)(iii)'],
  profiles: ['ai'],
  why: 'Whoever uses the draft gets each change at once, and nobody can say what a model was told last month, and who approved it.',
  fix: 'add an AWS::Bedrock::PromptVersion for the prompt and use its Version',
  resourceTypes: ['AWS::Bedrock::Prompt'],
  check(prompt) {
    return versionsOf(prompt).length > 0 ? [] : [finding('', 'no AWS::Bedrock::PromptVersion is made of it')];
  },
};
