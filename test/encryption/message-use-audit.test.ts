import { aws_logs as logs, aws_sns as sns, CfnParameter, type Stack } from 'aws-cdk-lib';
import { KEY_USE_METRICS, TAMPERING_OUTCOMES } from '../../lib/contract/key-use';
import { MessageUseAudit } from '../../lib/encryption/message-use-audit';
import { matches } from '../support/filter-pattern';
import { at, list, refusal, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { ACCOUNT, REGION, text } from './policy-evaluator';

const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:told`;

function audit(stack: Stack, logGroups: Readonly<Record<string, logs.ILogGroup>>): MessageUseAudit {
  return new MessageUseAudit(stack, 'MessageUse', {
    logGroups,
    alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', TOPIC),
  });
}
const imported = (stack: Stack, name: string) => logs.LogGroup.fromLogGroupName(stack, name, name);

const stack = testStack();
audit(stack, { Sealing: imported(stack, 'sealing'), Opening: imported(stack, 'opening') });
const template = synthesize(stack);
const filters = resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ Properties }) => Properties);
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

/** A record as the envelope library writes it. */
function record(outcome: string, counts: Readonly<Record<string, number>> = {}): Json {
  return {
    operation: 'open',
    outcome,
    tenant: 'clinic-1',
    purpose: 'redaction-map',
    record: '00000000-0000-4000-8000-000000000001',
    [KEY_USE_METRICS.opens]: 1,
    [KEY_USE_METRICS.keyThrottles]: 0,
    ...counts,
  };
}

/** Of which function, and how often, a line of its log is counted. */
const countedOf = (group: string, line: Json) =>
  filters
    .filter((filter) => filter['LogGroupName'] === group && matches(text(filter['FilterPattern']), line))
    .map((filter) => {
      const metric = at(filter['MetricTransformations'], 0);
      const alarm = alarms.find((each) => each['MetricName'] === at(metric, 'MetricName'));
      return [
        text(alarm?.['AlarmDescription']).replace('Test/MessageUse: ', ''),
        text(at(metric, 'MetricValue')),
      ];
    });

test.each(TAMPERING_OUTCOMES)('%s is told, with the name of the function', (outcome) => {
  expect(countedOf('opening', record(outcome))).toEqual([
    ['Opening refused messages that were changed, or asked for by the wrong caller', '1'],
  ]);
  expect(countedOf('sealing', record(outcome))).toEqual([
    ['Sealing refused messages that were changed, or asked for by the wrong caller', '1'],
  ]);
});

test.each(['OK', 'NO_KEY', 'TOO_LARGE', 'TRUNCATED'])('%s is not told as tampering', (outcome) => {
  expect(countedOf('opening', record(outcome))).toEqual([]);
});

test('calls that KMS throttled are told, as many as there were', () => {
  expect(countedOf('sealing', record('OK', { KeyThrottles: 3 }))).toEqual([
    ['KMS throttled Sealing', '$.KeyThrottles'],
  ]);
});

test('another line of the same log is not counted', () => {
  expect(countedOf('sealing', { level: 'INFO', message: 'AUTH_FAILED' })).toEqual([]);
});

test('alarms ring from the first on, within five minutes, and tell the topic', () => {
  expect(alarms).toHaveLength(4);
  for (const alarm of alarms) {
    expect(alarm).toMatchObject({ Threshold: 1, Period: 300, Statistic: 'Sum' });
    expect(list(alarm['AlarmActions']).map(text)).toEqual([TOPIC]);
    expect(list(alarm['InsufficientDataActions']).map(text)).toEqual([TOPIC]);
  }
});

describe('how long records are kept', () => {
  const kept = (retention: logs.RetentionDays) => {
    const other = testStack();
    return audit(other, { Sealing: new logs.LogGroup(other, 'Log', { retention }) });
  };

  test.each([logs.RetentionDays.SIX_YEARS, logs.RetentionDays.TEN_YEARS, logs.RetentionDays.INFINITE])(
    '%d days are enough',
    (retention) => {
      expect(() => kept(retention)).not.toThrow();
    },
  );

  test.each([logs.RetentionDays.ONE_DAY, logs.RetentionDays.FIVE_YEARS])('fails for %d days', (retention) => {
    const error = refusal(() => kept(retention));
    expect(error.code).toBe('RecordRetention');
    expect(error.message).toContain(`the log group Sealing keeps records for ${retention} days`);
  });

  test('a number known only at deployment is left to the rule for log groups', () => {
    const other = testStack();
    const days = new CfnParameter(other, 'Days', { type: 'Number' }).valueAsNumber;
    const group = new logs.LogGroup(other, 'Log', { retention: days });
    expect(() => audit(other, { Sealing: group })).not.toThrow();
  });
});

test('fails without a log group', () => {
  expect(refusal(() => audit(testStack(), {})).code).toBe('LogGroups');
});
