import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const noDetailInLogs: Rule = {
  id: 'events-no-detail-in-logs',
  title: 'logs of event buses say what happened, not to whom',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'The detail of an event may be PHI, copied into a log that others read.',
  fix: 'set LogConfig.IncludeDetail to NONE or leave it out',
  resourceTypes: ['AWS::Events::EventBus'],
  check(bus) {
    return allowLiteral(
      bus.property('LogConfig.IncludeDetail'),
      (value) => value !== 'FULL',
      'must not be FULL',
    );
  },
};
