import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';
import { isNeverSet } from '../cloudformation/certainty';

export const analyticsExternalId: Rule = {
  id: 'cognito-analytics-external-id',
  title: 'the role that sends analytics is taken with an external id',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Without it the trust policy of the role cannot tell this client from any other that Cognito takes the role for.',
  fix: 'set AnalyticsConfiguration.ExternalId and require it in the trust policy of the role',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    // without a role, Cognito uses one of its own that nobody else can be made to use
    if (isNeverSet(client.property('AnalyticsConfiguration.RoleArn'))) return [];
    return requireSet(client.property('AnalyticsConfiguration.ExternalId'), 'must be set');
  },
};
