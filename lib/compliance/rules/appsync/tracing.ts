import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const tracing: Rule = {
  id: 'appsync-tracing',
  title: 'APIs of AppSync trace requests through the stores they reach',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.312(b)'],
  profiles: ['strict'],
  why: 'After an incident the trace says which stores a request touched.',
  fix: 'set XrayEnabled to true',
  resourceTypes: ['AWS::AppSync::GraphQLApi'],
  check(api) {
    return requireLiteral(api.property('XrayEnabled'), isTrue, 'must be true');
  },
};
