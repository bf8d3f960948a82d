import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireOption, WITH_OPTIONS } from './option';

export const logsStreamed: Rule = {
  id: 'elasticbeanstalk-logs-streamed',
  title: 'logs of environments outlive their machines',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'By default logs stay on the machine, and go with it when it is replaced.',
  fix: 'set aws:elasticbeanstalk:cloudwatch:logs StreamLogs to true',
  resourceTypes: [...WITH_OPTIONS],
  check(resource) {
    return requireOption(resource, 'aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', isTrue, 'true');
  },
};
