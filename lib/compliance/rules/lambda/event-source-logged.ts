import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const eventSourceLogged: Rule = {
  id: 'lambda-event-source-logged',
  title: 'pollers of Kafka topics log what they do',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A poller that lost its topic or its credentials is silent: records wait unread, and nothing says since when.',
  fix: 'set LoggingConfig.SystemLogLevel, which pollers in provisioned mode take',
  resourceTypes: ['AWS::Lambda::EventSourceMapping'],
  check(mapping) {
    // other sources, and pollers on demand, have no log
    const isKafka = mapping.property('Topics').isPresent;
    if (!isKafka || !mapping.property('ProvisionedPollerConfig').isPresent) return 'not-applicable';
    return requireSet(mapping.property('LoggingConfig.SystemLogLevel'), 'must name a level');
  },
};
