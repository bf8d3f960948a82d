import type { Parameter } from '../../parameter';
import { ANY_TYPE, finding, type Rule } from '../../rule';
import { MODELS } from '../bedrock/model-places';
import { placesByType } from '../cloudformation/places';
import { copiesOutside } from './region-copies';
import { invocationsIn, modelsOutside } from './region-models';
import { BUCKET_PLACES, REGION_PLACES, SOURCE_PLACES } from './region-places';

const regions: Parameter<readonly string[]> = {
  name: 'regions',
  description: 'Regions in which data may be',
  default: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'us-gov-east-1', 'us-gov-west-1'],
};
const destinations: Parameter<readonly string[]> = {
  name: 'destinations',
  description:
    'where profiles answer, as GetInferenceProfile tells: `us.amazon.nova-pro-v1:0=us-east-1,us-west-2`, or `us=…` for all of a geography',
  default: [],
};
const buckets: Parameter<readonly string[]> = {
  name: 'buckets',
  description:
    'names of buckets outside the app that get replicas and are in allowed Regions; a name does not tell',
  default: [],
};

const TABLES = [REGION_PLACES, SOURCE_PLACES, BUCKET_PLACES, MODELS];

export const region: Rule = {
  id: 'governance-region',
  title: 'data stays in the allowed Regions',
  severity: 'error',
  controls: ['164.310(d)(1)', '164.308(a)(1)(ii)(B)'],
  profiles: ['strict'],
  why: 'A copy in another country is under its law, and some contracts with payers forbid it; a model that answers there has read the prompt there.',
  fix: 'deploy, replicate and ask models in allowed Regions only, or set the parameters regions, destinations and buckets',
  resourceTypes: [ANY_TYPE],
  parameters: [regions, destinations, buckets],
  check(resource, template, settings) {
    const isFirst = template.resources[0] === resource && template.region !== undefined;
    const invocations = invocationsIn(resource);
    const sends = TABLES.some((table) => placesByType(resource, table).length > 0);
    if (!isFirst && invocations.length === 0 && !sends) return 'not-applicable';
    const allowed = settings.of(regions);
    return [
      ...(isFirst && !allowed.includes(template.region ?? '')
        ? [finding('', 'the stack is in another Region')]
        : []),
      ...copiesOutside(resource, allowed, settings.of(buckets)),
      ...modelsOutside(resource, invocations, { allowed, destinations: settings.of(destinations) }),
    ];
  },
};
