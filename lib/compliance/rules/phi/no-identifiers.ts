import { ANY_TYPE, finding, type Observation, type Rule } from '../../rule';
import { own } from '../../template/json';
import type { Template } from '../../template/template';
import { identifierIn, mayIdentify } from './identifier';
import { writtenTexts, type WrittenText } from './written-text';

/** What a template says besides its resources. */
const SECTIONS = ['Description', 'Parameters', 'Mappings', 'Outputs'];

export const noIdentifiers: Rule = {
  id: 'phi-no-identifiers',
  title: 'templates hold nothing about a patient',
  severity: 'error',
  controls: ['164.502(b)', '164.514(b)(2)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'Templates, tags, names, prompts and variables are copied to consoles, logs and bills, where no safeguard of PHI reaches.',
  fix: 'take the value out, replace it in the history of the repository too, and read it at run time from a store of PHI',
  resourceTypes: [ANY_TYPE],
  check(resource, template) {
    const mayHold = template.mayHave(mayIdentify) && mayIdentify(resource.propertiesText);
    // what is said of the whole template is said once
    const isFirst = template.resources[0] === resource;
    // nearly every resource ends here
    if (!mayHold && !isFirst) return [];
    const properties = mayHold ? writtenTexts('Properties', own(resource.definition, 'Properties')) : [];
    return [...seenIn(properties), ...seenIn(isFirst ? textsBeside(template) : [])];
  },
};

function* textsBeside({ body }: Template): Generator<WrittenText> {
  for (const section of SECTIONS) yield* writtenTexts(section, own(body, section));
}

function seenIn(texts: Iterable<WrittenText>): readonly Observation[] {
  const seen: Observation[] = [];
  for (const { path, text } of texts) {
    const kind = identifierIn(text);
    if (kind !== undefined) seen.push(finding(path, `seems to hold ${kind}`));
  }
  return seen;
}
