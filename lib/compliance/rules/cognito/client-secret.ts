import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const clientSecret: Rule = {
  id: 'cognito-client-secret',
  title: 'applications prove to user pools who they are',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'The id of a client is public: without a secret anybody can ask for tokens in its name.',
  fix: 'set GenerateSecret to true; waive this for what runs in a browser or on a phone and can keep no secret',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return requireLiteral(client.property('GenerateSecret'), isTrue, 'must be true');
  },
};
