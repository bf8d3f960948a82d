import type { Rule } from '../../rule';
import { isAlways, isOneOf } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';
import { requireEach } from '../rds/exported-logs';

export const auditLogging: Rule = {
  id: 'redshift-audit-logging',
  title: 'warehouses log connections and users',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the audit log nobody can tell who signed in and read which row.',
  fix: 'set LoggingProperties with a BucketName, or with LogDestinationType cloudwatch and the three LogExports',
  resourceTypes: ['AWS::Redshift::Cluster'],
  check(cluster) {
    const logging = cluster.property('LoggingProperties');
    if (!isAlways(logging.at('LogDestinationType'), isOneOf('cloudwatch')))
      return requireSet(
        logging.at('BucketName'),
        'must name a bucket, or LogDestinationType must be cloudwatch',
      );
    return requireEach(logging.at('LogExports'), ['connectionlog', 'userlog', 'useractivitylog']);
  },
};
