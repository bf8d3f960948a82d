import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isOneOf } from '../cloudformation/certainty';

export const inTransitEncrypted: Rule = {
  id: 'elasticache-in-transit-encrypted',
  title: 'caches speak TLS only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: "Keys, values and passwords cross the network readable unless TLS is on; in the mode preferred it is the client's choice.",
  fix: 'set TransitEncryptionEnabled to true, and TransitEncryptionMode to required or nothing',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  check(cache) {
    return [
      ...requireLiteral(cache.property('TransitEncryptionEnabled'), isTrue, 'must be true'),
      ...allowLiteral(cache.property('TransitEncryptionMode'), isOneOf('required'), 'must be required'),
    ];
  },
};
