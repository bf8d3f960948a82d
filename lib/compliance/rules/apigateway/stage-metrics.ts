import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { STAGE, STAGE_TYPES, stageOf } from './stage';

export const stageMetrics: Rule = {
  id: 'apigateway-stage-metrics',
  title: 'stages of an API count calls, errors and delays of each method',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'An alarm can only watch what is counted.',
  fix: 'set MetricsEnabled of each of the MethodSettings to true',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    const stage = stageOf(resource);
    if (!stage) return 'not-applicable';
    const methods = stage.at('MethodSettings');
    // a deployment has one switch for the whole stage, too
    if (resource.type !== STAGE && !methods.isPresent)
      return requireLiteral(stage.at('MetricsEnabled'), isTrue, 'must be true');
    if (methods.values.some(({ kind }) => kind === 'absent'))
      return [finding(methods.path, 'set no MetricsEnabled')];
    return methods
      .items()
      .flatMap((method) => requireLiteral(method.at('MetricsEnabled'), isTrue, 'must be true'));
  },
};
