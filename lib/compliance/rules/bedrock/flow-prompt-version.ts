import { requireValue } from '../../requirement';
import { unknown, type Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesOf } from '../cloudformation/places';

const PROMPT = 'Configuration.Prompt?.SourceConfiguration.Resource?.PromptArn';
/** Loops hold a flow of their own. */
const PLACES = [
  `Definition.Nodes[].${PROMPT}`,
  `Definition.Nodes[].Configuration.Loop?.Definition.Nodes[].${PROMPT}`,
];

export const flowPromptVersion: Rule = {
  id: 'bedrock-flow-prompt-version',
  title: 'flows use prompts by a numbered version',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.308(a)(8)'],
  profiles: ['ai'],
  why: 'An ARN without a number is the draft: whoever saves it changes what the flow tells a model about patients.',
  fix: 'set PromptArn to the Arn of an AWS::Bedrock::PromptVersion, or end it in a colon and the number',
  resourceTypes: ['AWS::Bedrock::Flow'],
  check(flow) {
    const elsewhere = ['DefinitionString', 'DefinitionS3Location'].filter(
      (name) => flow.property(name).isPresent,
    );
    return [
      ...elsewhere.map((name) =>
        unknown(`Properties.${name}`, 'is not read; its prompts need a numbered version'),
      ),
      ...placesOf(flow, ...PLACES).flatMap((arn) =>
        requireValue(arn, isNumbered, 'must end in a numbered version, not be the draft'),
      ),
    ];
  },
};

function isNumbered(value: Value): boolean | undefined {
  if (value.kind === 'reference') {
    const type = value.template.resource(value.logicalId)?.type;
    return type === 'AWS::Bedrock::PromptVersion'
      ? true
      : type === 'AWS::Bedrock::Prompt'
        ? false
        : undefined;
  }
  const text = textOf(value);
  if (text === undefined) return false;
  if (/:prompt\/[0-9A-Za-z]{10}$/u.test(text) || text.endsWith(':DRAFT')) return false;
  // behind an open place may be anything
  return /:[1-9]\d{0,4}$/u.test(text) ? true : text.endsWith('}') ? undefined : false;
}
