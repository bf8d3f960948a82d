import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const accountLogRole: Rule = {
  id: 'apigateway-account-log-role',
  title: 'API Gateway has a role to write logs with',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Without the role of the account the logs that stages ask for are never written.',
  fix: 'set CloudWatchRoleArn to a role with AmazonAPIGatewayPushToCloudWatchLogs',
  resourceTypes: ['AWS::ApiGateway::Account'],
  check(account) {
    return requirePresent(account.property('CloudWatchRoleArn'), 'must name a role');
  },
};
