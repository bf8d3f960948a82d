import type { Parameter } from '../../parameter';
import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesByType, typesOf } from '../cloudformation/places';
import { MODELS } from './model-places';

/** First word of system-defined profiles. Source: Bedrock user guide, "Supported Regions and models for inference profiles". */
const GEOGRAPHIES = ['global', 'us', 'us-gov', 'eu', 'apac', 'au', 'ca', 'jp', 'sa'];
const PROFILE = /(?:^|(?:inference|guardrail)-profile\/)(?<geography>[a-z-]+)\.[a-z]/u;

const geographies: Parameter<readonly string[]> = {
  name: 'geographies',
  description: `where a cross-Region profile may send prompts: any of ${GEOGRAPHIES.join(', ')}`,
  default: ['us', 'us-gov'],
};

export const modelGeography: Rule = {
  id: 'bedrock-model-geography',
  title: 'prompts stay in the allowed geographies',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.310(d)(1)'],
  profiles: ['ai'],
  why: 'A global profile runs the prompt in any commercial Region, and what is retained is kept there.',
  fix: 'name a model, or a profile of an allowed geography and never a global one',
  resourceTypes: typesOf(MODELS),
  parameters: [geographies],
  check(resource, _template, settings) {
    const allowed = settings.of(geographies);
    return placesByType(resource, MODELS).flatMap((model) =>
      requireValue(model, (value) => staysIn(value, allowed), `must stay in ${allowed.join(', ')}`),
    );
  },
};

function staysIn(value: Value, allowed: readonly string[]): boolean | undefined {
  // a profile or router of the assembly is judged itself
  if (value.kind === 'reference') return true;
  const text = textOf(value);
  if (text === undefined) return false;
  const geography = PROFILE.exec(text)?.groups?.['geography'];
  if (geography !== undefined && GEOGRAPHIES.includes(geography)) return allowed.includes(geography);
  return /(?:^|profile\/)\$\{/u.test(text) ? undefined : true;
}
