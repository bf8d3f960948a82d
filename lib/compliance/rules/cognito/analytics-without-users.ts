import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const analyticsWithoutUsers: Rule = {
  id: 'cognito-analytics-without-users',
  title: 'analytics do not get what user pools know about people',
  severity: 'error',
  controls: ['164.502(b)', '164.508'],
  profiles: ['hipaa'],
  why: 'That somebody has an account with a clinic is PHI; with UserDataShared it goes into campaigns.',
  fix: 'leave AnalyticsConfiguration.UserDataShared out',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return allowLiteral(
      client.property('AnalyticsConfiguration.UserDataShared'),
      (shared) => !isTrue(shared),
      'must not be true',
    );
  },
};
