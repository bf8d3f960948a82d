import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

const TYPES = ['ApiCallRateInsight', 'ApiErrorRateInsight'];

export const insights: Rule = {
  id: 'cloudtrail-insights',
  title: 'trails and event data stores look for what is unusual',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A burst of calls or of errors is how a stolen credential shows.',
  fix: 'add ApiCallRateInsight and ApiErrorRateInsight to InsightSelectors',
  resourceTypes: ['AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore'],
  check(trail) {
    const insights = trail.property('InsightSelectors');
    return TYPES.flatMap((type) =>
      requireAny(
        insights.path,
        [surelyHas(insights, (each) => accepts(each.at('InsightType'), (value) => value === type))],
        `must have ${type}`,
      ),
    );
  },
};
