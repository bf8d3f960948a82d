import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const httpSourceSigned: Rule = {
  id: 'appsync-http-source-signed',
  title: 'APIs of AppSync show HTTP sources who they are',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A source that takes requests without a signature takes them from everybody.',
  fix: 'set HttpConfig.AuthorizationConfig with AuthorizationType AWS_IAM',
  resourceTypes: ['AWS::AppSync::DataSource'],
  check(source) {
    const http = source.property('HttpConfig');
    return http.isPresent ? requirePresent(http.at('AuthorizationConfig'), 'must be set') : 'not-applicable';
  },
};
