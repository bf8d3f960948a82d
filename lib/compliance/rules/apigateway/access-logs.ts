import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { STAGE_TYPES, stageOf } from './stage';

export const accessLogs: Rule = {
  id: 'apigateway-access-logs',
  title: 'stages of an API log each request',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the log nobody can say who asked for what, nor when.',
  fix: 'set AccessLogSetting.DestinationArn to a log group or stream',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    const stage = stageOf(resource);
    return stage
      ? requirePresent(stage.at('AccessLogSetting.DestinationArn'), 'must name where requests are logged')
      : 'not-applicable';
  },
};
