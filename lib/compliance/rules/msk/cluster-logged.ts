import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';

const TARGETS = ['CloudWatchLogs', 'Firehose', 'S3'];

export const clusterLogged: Rule = {
  id: 'msk-cluster-logged',
  title: 'clusters deliver the logs of their brokers',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'Without broker logs nobody can tell who connected, or that a topic was deleted.',
  fix: 'enable CloudWatchLogs, Firehose or S3 in LoggingInfo.BrokerLogs',
  resourceTypes: ['AWS::MSK::Cluster'],
  check(cluster) {
    const logs = cluster.property('LoggingInfo.BrokerLogs');
    return requireAny(
      logs.path,
      TARGETS.map((name) =>
        accepts(logs.at(`${name}.Enabled`), (value) => value === true || value === 'true'),
      ),
      `must enable one of ${TARGETS.join(', ')}`,
    );
  },
};
