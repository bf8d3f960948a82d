import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { STAGE_TYPES, stageOf } from './stage';

export const stageTracing: Rule = {
  id: 'apigateway-stage-tracing',
  title: 'stages of an API trace requests through the services they reach',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.312(b)'],
  profiles: ['strict'],
  why: 'After an incident the trace says which stores a request touched.',
  fix: 'set TracingEnabled to true',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    const stage = stageOf(resource);
    return stage ? requireLiteral(stage.at('TracingEnabled'), isTrue, 'must be true') : 'not-applicable';
  },
};
