import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const noIntrospection: Rule = {
  id: 'appsync-no-introspection',
  title: 'APIs of AppSync tell no caller their whole schema',
  severity: 'warning',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'The schema is the map of what can be asked for, fields without a check included.',
  fix: 'set IntrospectionConfig to DISABLED',
  resourceTypes: ['AWS::AppSync::GraphQLApi'],
  check(api) {
    return requireLiteral(
      api.property('IntrospectionConfig'),
      (value) => value === 'DISABLED',
      'must be DISABLED',
    );
  },
};
