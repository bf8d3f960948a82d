import { finding, unknown, type Rule } from '../../rule';
import { perAssembly } from '../cloudformation/per-assembly';

const watchedMetrics = perAssembly(
  (assembly) =>
    new Set(
      assembly.resourcesOf('AWS::CloudWatch::Alarm').flatMap((alarm) => [
        ...alarm.property('MetricName').texts(),
        ...alarm
          .property('Metrics')
          .items()
          .flatMap((metric) => metric.at('MetricStat.Metric.MetricName').texts()),
      ]),
    ),
);

export const metricFilterAlarmed: Rule = {
  id: 'logs-metric-filter-alarmed',
  title: 'metric filters have an alarm that watches what they count',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A count that nobody watches is read after the breach.',
  fix: 'add an AWS::CloudWatch::Alarm on the MetricName and MetricNamespace',
  resourceTypes: ['AWS::Logs::MetricFilter'],
  check(filter, template) {
    return filter
      .property('MetricTransformations')
      .items()
      .flatMap((metric) => {
        const names = metric.at('MetricName').texts();
        if (names.length === 0)
          return [unknown(metric.path, 'counts into a metric whose name cannot be read')];
        const watched = watchedMetrics(template.assembly);
        return names.every((name) => watched.has(name))
          ? []
          : [finding(metric.path, 'counts into a metric that no alarm watches')];
      });
  },
};
