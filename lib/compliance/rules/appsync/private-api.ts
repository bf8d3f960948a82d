import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const privateApi: Rule = {
  id: 'appsync-private-api',
  title: 'APIs of AppSync answer inside the network only',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'By default an API answers the whole internet.',
  fix: 'set Visibility to PRIVATE, and add a VPC endpoint for appsync-api',
  resourceTypes: ['AWS::AppSync::GraphQLApi'],
  check(api) {
    return requireLiteral(api.property('Visibility'), (value) => value === 'PRIVATE', 'must be PRIVATE');
  },
};
