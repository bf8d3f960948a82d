import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';

/** What only places a job, or signs in by properties that its connector defines. */
const OTHERS: readonly unknown[] = ['NETWORK', 'KAFKA', 'CUSTOM', 'MARKETPLACE'];
const WAYS = [
  'AuthenticationConfiguration.AuthenticationType',
  'ConnectionProperties.SECRET_ID',
  'ConnectionProperties.PASSWORD',
  'ConnectionProperties.ENCRYPTED_PASSWORD',
];

export const connectionAuthenticated: Rule = {
  id: 'glue-connection-authenticated',
  title: 'connections sign in to their source',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['strict'],
  why: 'A source that lets jobs in without a word lets in everybody who reaches it.',
  fix: 'set AuthenticationConfiguration, or SECRET_ID in ConnectionProperties',
  resourceTypes: ['AWS::Glue::Connection'],
  check(connection) {
    const input = connection.property('ConnectionInput');
    if (accepts(input.at('ConnectionType'), (type) => OTHERS.includes(type)) === true)
      return 'not-applicable';
    return requireAny(
      `${input.path}.AuthenticationConfiguration`,
      WAYS.map((path) => isSet(input.at(path))),
      'must say how jobs sign in',
    );
  },
};
