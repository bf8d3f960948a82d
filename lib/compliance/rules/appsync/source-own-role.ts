import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const sourceOwnRole: Rule = {
  id: 'appsync-source-own-role',
  title: 'APIs of AppSync read tables by a role of their own, not as the caller',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A caller with permission on the table reads it without the API, past the checks of its resolvers.',
  fix: 'leave DynamoDBConfig.UseCallerCredentials out, and set ServiceRoleArn',
  resourceTypes: ['AWS::AppSync::DataSource'],
  check(source) {
    const table = source.property('DynamoDBConfig');
    return table.isPresent
      ? allowLiteral(table.at('UseCallerCredentials'), (value) => !isTrue(value), 'must not be true')
      : 'not-applicable';
  },
};
