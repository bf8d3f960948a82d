import { aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import { GATEWAY_METRICS, GATEWAY_NAMESPACE } from '../../lib/contract/gateway-metrics';
import { GatewayAlarms, type GatewayAlarmsProps } from '../../lib/gateway/gateway-alarms';
import { text } from '../encryption/policy-evaluator';
import { matches } from '../support/filter-pattern';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
} from '../support/synthesize';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:told';

function build(change: Partial<GatewayAlarmsProps> = {}) {
  const stack = testStack();
  const group = (name: string) => logs.LogGroup.fromLogGroupName(stack, name, `invented-${name}`);
  new GatewayAlarms(stack, 'Unusual', {
    logGroups: { Whole: group('whole'), Streaming: group('streaming') },
    alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', TOPIC),
    ...change,
  });
  return synthesize(stack);
}

const alarmsOf = (template: ReturnType<typeof build>) =>
  resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const template = build();
const alarms = alarmsOf(template);

function meaning(says: string, among = alarms): Readonly<Record<string, Json>> {
  const [found, ...others] = among.filter((each) => text(each['AlarmDescription']).includes(says));
  if (!found || others.length > 0) throw new Error(`${says}: not one alarm`);
  return found;
}

/** Names of metrics an alarm looks at, of our namespace. */
const metricsOf = (alarm: Readonly<Record<string, Json>>) => [
  ...(alarm['Namespace'] === GATEWAY_NAMESPACE ? [text(alarm['MetricName'])] : []),
  ...list(alarm['Metrics']).flatMap((each) => {
    const metric = at(each, 'MetricStat', 'Metric');
    return at(metric, 'Namespace') === GATEWAY_NAMESPACE ? [text(at(metric, 'MetricName'))] : [];
  }),
];

test('every alarm tells the topic, also when it cannot tell', () => {
  expect(alarms).toHaveLength(7);
  for (const alarm of alarms) expect(list(alarm['AlarmActions']).map(text)).toEqual([TOPIC]);
});

test('alarms look at metrics that the gateway writes, over all use cases', () => {
  const known: readonly string[] = Object.values(GATEWAY_METRICS);
  const named = alarms.flatMap(metricsOf);
  expect(named.sort()).toEqual(['EntropyMillibits', 'Leaks', 'OutputTokens', 'Refusals']);
  for (const name of named) expect(known).toContain(name);
  expect(JSON.stringify(alarms)).not.toContain('"Dimensions":[{');
});

test('one leak rings, and so does one answer that looks like encoded data', () => {
  expect(meaning('that nobody sent')).toMatchObject({ Threshold: 1, Statistic: 'Sum', Period: 300 });
  expect(meaning('like encoded data')).toMatchObject({ Threshold: 5200, Statistic: 'Maximum' });
});

test.each(['more requests than usual were refused', 'models wrote more than usual'])(
  '"%s" is judged by what CloudWatch has learned, above it only',
  (says) => {
    const alarm = meaning(says);
    expect(alarm['ComparisonOperator']).toBe('GreaterThanUpperThreshold');
    const band = list(alarm['Metrics']).find((each) => at(each, 'Id') === alarm['ThresholdMetricId']);
    expect(text(at(band, 'Expression'))).toMatch(/^ANOMALY_DETECTION_BAND\(.+, 4\)$/u);
  },
);

describe('one principal that asks very often', () => {
  const rule = onlyResource(template, 'AWS::CloudWatch::InsightRule');
  const body = JSON.parse(text(rule.Properties['RuleBody'])) as Json;

  test('is counted over both log groups, by lines of the gateway alone', () => {
    expect(body).toEqual({
      Schema: { Name: 'CloudWatchLogRule', Version: 1 },
      LogGroupNames: ['invented-whole', 'invented-streaming'],
      LogFormat: 'JSON',
      Contribution: { Keys: ['$.principal'], Filters: [{ Match: '$.event', In: ['gateway'] }] },
      AggregateOn: 'Count',
    });
    expect(rule.Properties['RuleState']).toBe('ENABLED');
  });

  test.each([
    [undefined, 500],
    [1, 1],
    [10_000, 10_000],
  ])('rings from the number of the settings: %p', (bulkPerHour, threshold) => {
    const built = alarmsOf(build(bulkPerHour === undefined ? {} : { bulkPerHour }));
    const alarm = meaning('one principal', built);
    expect(alarm['Threshold']).toBe(threshold);
    expect(list(alarm['Metrics']).map((each) => [text(at(each, 'Expression')), at(each, 'Period')])).toEqual([
      [`INSIGHT_RULE_METRIC("${text(rule.Properties['RuleName'])}", "MaxContributorValue")`, 3600],
    ]);
  });

  test.each([0, -1, 0.5, Number.NaN])('is not counted to %p', (bulkPerHour) => {
    expect(refusal(() => build({ bulkPerHour })).code).toBe('BulkPerHour');
  });
});

test('a purpose that the use case has not rings, in either log group, and another refusal does not', () => {
  const patterns = resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ Properties }) => [
    text(Properties['LogGroupName']),
    text(Properties['FilterPattern']),
  ]);
  expect(patterns.map(([group]) => group)).toEqual(['invented-whole', 'invented-streaming']);
  for (const [, pattern = ''] of patterns) {
    expect(matches(pattern, { event: 'gateway', code: 'PURPOSE_REFUSED' })).toBe(true);
    expect(matches(pattern, { event: 'gateway', code: 'USE_CASE_REFUSED' })).toBe(false);
    expect(matches(pattern, { event: 'key-use', code: 'PURPOSE_REFUSED' })).toBe(false);
  }
});

describe('quiet hours', () => {
  const expressionOf = (from: number, to: number) => {
    const alarm = meaning('nobody is expected', alarmsOf(build({ quietHours: { from, to } })));
    expect(metricsOf(alarm)).toEqual([GATEWAY_METRICS.requests]);
    return list(alarm['Metrics']).flatMap((each) => {
      const expression = at(each, 'Expression');
      return expression === undefined ? [] : [text(expression)];
    })[0];
  };
  /** What the expression says of an hour of the day. */
  const ringsAt = (expression: string | undefined, hour: number): boolean => {
    const [, from, join, to] =
      /^IF\(HOUR\(requests\) >= (\d+) (AND|OR) HOUR\(requests\) < (\d+), requests, 0\)$/u.exec(
        expression ?? '',
      ) ?? [];
    const after = hour >= Number(from);
    const before = hour < Number(to);
    return join === 'AND' ? after && before : after || before;
  };
  const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

  test.each([
    [1, 5, [1, 2, 3, 4]],
    [22, 3, [0, 1, 2, 22, 23]],
    [23, 0, [23]],
    [0, 1, [0]],
  ])('from %d to %d are %p', (from, to, quiet) => {
    const expression = expressionOf(from, to);
    expect(HOURS.filter((hour) => ringsAt(expression, hour))).toEqual(quiet);
  });

  test('are none unless somebody says so', () => {
    expect(alarms.filter((each) => text(each['AlarmDescription']).includes('nobody is expected'))).toEqual(
      [],
    );
  });

  test.each([
    [24, 5],
    [-1, 5],
    [1, 24],
    [1.5, 5],
    [4, 4],
  ])('from %d to %d are none', (from, to) => {
    expect(refusal(() => build({ quietHours: { from, to } })).code).toBe('QuietHours');
  });
});
