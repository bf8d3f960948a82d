import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

export const noImplicitFlow: Rule = {
  id: 'cognito-no-implicit-flow',
  title: 'tokens never travel in addresses',
  severity: 'error',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'The implicit flow puts the access token into the address, where histories, logs and other pages find it.',
  fix: 'use the code flow, with PKCE in a browser',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return placesOf(client, 'AllowedOAuthFlows[]').flatMap((flow) =>
      requireLiteral(flow, (name) => name !== 'implicit', 'must not be implicit'),
    );
  },
};
