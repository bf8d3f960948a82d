import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isOneOf } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

export const endpointAuthenticated: Rule = {
  id: 'dms-endpoint-authenticated',
  title: 'migration endpoints sign in to the databases they read',
  severity: 'error',
  controls: ['164.312(d)'],
  profiles: ['hipaa'],
  why: 'A database that takes a migration without signing in takes everybody.',
  fix: 'set AuthType of MongoDB to password and of Redis to auth-token or auth-role, and IamAuthEnabled of Neptune to true',
  resourceTypes: ['AWS::DMS::Endpoint'],
  check(endpoint) {
    const neptune = endpoint.property('NeptuneSettings');
    return [
      ...allowLiteral(endpoint.property('MongoDbSettings.AuthType'), isOneOf('password'), 'must be password'),
      ...allowLiteral(
        endpoint.property('RedisSettings.AuthType'),
        isOneOf('auth-role', 'auth-token'),
        'must be auth-role or auth-token',
      ),
      ...whereThere(neptune, (block) => requireLiteral(block.at('IamAuthEnabled'), isTrue, 'must be true')),
    ];
  },
};
