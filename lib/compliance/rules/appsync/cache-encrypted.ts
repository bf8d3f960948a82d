import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const cacheEncrypted: Rule = {
  id: 'appsync-cache-encrypted',
  title: 'caches of a GraphQL API are encrypted, at rest and on the way',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'The cache keeps answers with PHI in clear text unless it is told otherwise, and cannot be changed later.',
  fix: 'set AtRestEncryptionEnabled and TransitEncryptionEnabled to true',
  resourceTypes: ['AWS::AppSync::ApiCache'],
  check(cache) {
    return ['AtRestEncryptionEnabled', 'TransitEncryptionEnabled'].flatMap((name) =>
      requireLiteral(cache.property(name), isTrue, 'must be true'),
    );
  },
};
