import type { Parameter } from '../../parameter';
import { parseArn } from '../../policy/arn';
import { requireValue } from '../../requirement';
import { ANY_TYPE, finding, type Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesByType } from '../cloudformation/places';
import { REGION_PLACES } from './region-places';

const regions: Parameter<readonly string[]> = {
  name: 'regions',
  description: 'Regions in which data may be',
  default: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'us-gov-east-1', 'us-gov-west-1'],
};

export const region: Rule = {
  id: 'governance-region',
  title: 'data stays in the allowed Regions',
  severity: 'error',
  controls: ['164.310(d)(1)', '164.308(a)(1)(ii)(B)'],
  profiles: ['strict'],
  why: 'A copy in another country is under its law, and some contracts with payers forbid it.',
  fix: 'deploy and replicate to allowed Regions, or set the parameter regions',
  resourceTypes: [ANY_TYPE],
  parameters: [regions],
  check(resource, template, settings) {
    const allowed = settings.of(regions);
    const isFirst = template.resources[0] === resource && template.region !== undefined;
    if (!isFirst && !Object.hasOwn(REGION_PLACES, resource.type)) return 'not-applicable';
    return [
      ...(isFirst && !allowed.includes(template.region ?? '')
        ? [finding('', 'the stack is in another Region')]
        : []),
      ...placesByType(resource, REGION_PLACES).flatMap((place) =>
        requireValue(place, (value) => isAllowed(value, allowed), `must be one of ${allowed.join(', ')}`),
      ),
    ];
  },
};

/** A vault of the assembly, and the Region of the stack itself, are judged where they are. */
function isAllowed(value: Value, allowed: readonly string[]): boolean | undefined {
  if (value.kind === 'reference') return true;
  const text = textOf(value) ?? '';
  const name = parseArn(text)?.region ?? text;
  return name === '${AWS::Region}' || (name.includes('${') ? undefined : allowed.includes(name));
}
