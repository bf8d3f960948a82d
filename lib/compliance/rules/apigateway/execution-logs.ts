import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { STAGE, STAGE_TYPES, stageOf } from './stage';

const LEVELS: readonly unknown[] = ['INFO', 'ERROR'];

export const executionLogs: Rule = {
  id: 'apigateway-execution-logs',
  title: 'stages of an API log errors of every method',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A refused login or a failing authorizer shows only there.',
  fix: 'add MethodSettings with ResourcePath /*, HttpMethod * and LoggingLevel ERROR',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    const stage = stageOf(resource);
    if (!stage) return 'not-applicable';
    const list = stage.at('MethodSettings');
    const isLevel = (level: unknown) => LEVELS.includes(level);
    const observed = list
      .items()
      .flatMap((method) =>
        requireLiteral(method.at('LoggingLevel'), isLevel, `must be ${LEVELS.join(' or ')}`),
      );
    const isEmpty = list.values.some(
      (value) =>
        value.kind === 'absent' ||
        (value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 0),
    );
    // a deployment has a level for the whole stage, too
    const whole = resource.type === STAGE ? false : accepts(stage.at('LoggingLevel'), isLevel);
    return isEmpty && whole !== true ? [finding(list.path, 'set no LoggingLevel'), ...observed] : observed;
  },
};
