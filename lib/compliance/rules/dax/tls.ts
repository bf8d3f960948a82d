import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';

export const tls: Rule = {
  id: 'dax-tls',
  title: 'DAX clusters speak TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Items cross the network readable unless the endpoint is encrypted.',
  fix: 'set ClusterEndpointEncryptionType to TLS',
  resourceTypes: ['AWS::DAX::Cluster'],
  check(cluster) {
    return requireLiteral(cluster.property('ClusterEndpointEncryptionType'), isOneOf('TLS'), 'must be TLS');
  },
};
