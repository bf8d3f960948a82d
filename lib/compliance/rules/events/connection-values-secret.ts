import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

const BLOCKS = ['InvocationHttpParameters', 'OAuthParameters.OAuthHttpParameters'] as const;
const LISTS = ['HeaderParameters', 'QueryStringParameters', 'BodyParameters'] as const;

export const connectionValuesSecret: Rule = {
  id: 'events-connection-values-secret',
  title: 'what connections send along is kept as a secret',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A header that is not a secret is shown to whoever may describe the connection, tokens included.',
  fix: 'set IsValueSecret to true',
  resourceTypes: ['AWS::Events::Connection'],
  check(connection) {
    const parameters = connection.property('AuthParameters');
    return BLOCKS.flatMap((block) =>
      LISTS.flatMap((list) =>
        onEach(parameters.at(`${block}.${list}`), (entry) =>
          requireLiteral(entry.at('IsValueSecret'), isTrue, 'must be true'),
        ),
      ),
    );
  },
};
