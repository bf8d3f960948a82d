import { aws_kms as kms, aws_logs as logs, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import { KEY_CHANGES } from '../../lib/contract/record-changes';
import { KeyUseAudit, type KeyUseAuditProps } from '../../lib/encryption/key-use-audit';
import { matches } from '../support/filter-pattern';
import { at, list, refusal, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { ACCOUNT, REGION, text } from './policy-evaluator';

const arnOf = (id: string) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-4000-8000-00000000000${id}`;
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:told`;

function audit(stack: Stack, props: Partial<KeyUseAuditProps> = {}): KeyUseAudit {
  return new KeyUseAudit(stack, 'KeyUse', {
    trailLogGroup: logs.LogGroup.fromLogGroupName(stack, 'Trail', 'invented-trail'),
    keys: {
      Data: kms.Key.fromKeyArn(stack, 'Data', arnOf('1')),
      Logs: kms.Key.fromKeyArn(stack, 'Logs', arnOf('2')),
    },
    alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', TOPIC),
    ...props,
  });
}

const stack = testStack();
audit(stack);
const template = synthesize(stack);
const filters = resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ Properties }) => ({
  pattern: text(Properties['FilterPattern']),
  metric: text(at(Properties['MetricTransformations'], 0, 'MetricName')),
  properties: Properties,
}));
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

function metricsOf(alarm: Readonly<Record<string, Json>>): readonly string[] {
  const own = alarm['MetricName'];
  const used = list(alarm['Metrics']).map((each) => at(each, 'MetricStat', 'Metric', 'MetricName'));
  return [own, ...used].flatMap((name) => (typeof name === 'string' ? [name] : []));
}

/** What an alarm over the metric of a filter says. */
const meaningOf = (metric: string) =>
  text(alarms.find((alarm) => metricsOf(alarm).includes(metric))?.['AlarmDescription']).replace(
    'Test/KeyUse: ',
    '',
  );

/** What is told of a line of the trail. */
const toldOf = (line: Json) =>
  filters.filter(({ pattern }) => matches(pattern, line)).map(({ metric }) => meaningOf(metric));

/** A line of the trail as CloudTrail writes it. */
function call(eventName: string, changes: Readonly<Record<string, Json>> = {}): Json {
  return {
    eventVersion: '1.11',
    eventSource: 'kms.amazonaws.com',
    eventName,
    awsRegion: REGION,
    userIdentity: { type: 'AssumedRole', accountId: ACCOUNT },
    resources: [{ ARN: arnOf('1'), accountId: ACCOUNT, type: 'AWS::KMS::Key' }],
    eventType: 'AwsApiCall',
    managementEvent: true,
    ...changes,
  };
}
const throughLambda = { userIdentity: { type: 'AssumedRole', invokedBy: 'lambda.amazonaws.com' } };
const CHANGED = 'somebody changed the key Data or granted its use';
const REFUSED = 'somebody was refused the use of a key';
const DECRYPTED = 'the key Data decrypted unusually often';

test.each(KEY_CHANGES)('%s is told, with the name of the key', (eventName) => {
  expect(toldOf(call(eventName))).toEqual([CHANGED]);
});

test('an attempt to change a key is told as a change of it is', () => {
  expect(toldOf(call('PutKeyPolicy', { errorCode: 'AccessDenied' }))).toEqual([CHANGED]);
});

test('a change of a key that nobody asked to watch is not told', () => {
  expect(toldOf(call('DisableKey', { resources: [{ ARN: arnOf('3') }] }))).toEqual([]);
});

test('the same event name of another service is not told', () => {
  expect(toldOf(call('DisableKey', { eventSource: 'other.amazonaws.com' }))).toEqual([]);
});

test('a grant is told, unless a service took it', () => {
  expect(toldOf(call('CreateGrant'))).toEqual([CHANGED]);
  expect(toldOf(call('CreateGrant', throughLambda))).toEqual([]);
});

test('a call that changes nothing is not told', () => {
  for (const name of ['DescribeKey', 'GetKeyPolicy', 'GenerateDataKey', 'Encrypt', 'TagResource'])
    expect([name, toldOf(call(name))]).toEqual([name, []]);
});

test('decryptions count for their key', () => {
  expect(toldOf(call('Decrypt'))).toEqual([DECRYPTED]);
  expect(toldOf(call('Decrypt', { resources: [{ ARN: arnOf('2') }] }))).toEqual([
    'the key Logs decrypted unusually often',
  ]);
});

test.each(['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncrypt'])(
  'a refused %s is told, even where the trail does not name the key',
  (eventName) => {
    const refused = { errorCode: 'AccessDenied', resources: [] };
    expect(toldOf(call(eventName, refused))).toEqual([REFUSED]);
    expect(toldOf(call(eventName, { ...refused, errorCode: 'AccessDeniedException' }))).toEqual([REFUSED]);
  },
);

test('what fails for another reason is not told as refused', () => {
  expect(toldOf(call('Encrypt', { errorCode: 'DisabledException', resources: [] }))).toEqual([]);
});

test('a refused look at a key is not told: consoles look at all of them', () => {
  expect(toldOf(call('DescribeKey', { errorCode: 'AccessDenied' }))).toEqual([]);
});

test('every count has an alarm, and every alarm tells the topic, of a missing metric too', () => {
  for (const { metric } of filters)
    expect(alarms.filter((alarm) => metricsOf(alarm).includes(metric))).toHaveLength(1);
  expect(alarms).toHaveLength(filters.length + 1);
  for (const alarm of alarms) {
    expect(list(alarm['AlarmActions']).map(text)).toEqual([TOPIC]);
    expect(list(alarm['InsufficientDataActions']).map(text)).toEqual([TOPIC]);
  }
});

test('no pattern is longer than CloudWatch Logs takes', () => {
  for (const { pattern } of filters) expect(pattern.length).toBeLessThanOrEqual(1024);
});

test('a quiet hour counts as none, so that it is not taken for a missing metric', () => {
  for (const { properties } of filters)
    expect(at(properties['MetricTransformations'], 0, 'DefaultValue')).toBe(0);
});

test('a trail that delivers nothing for an hour is told', () => {
  const silence = alarms.find((alarm) => alarm['MetricName'] === 'IncomingLogEvents');
  expect(silence).toMatchObject({
    Namespace: 'AWS/Logs',
    Dimensions: [{ Name: 'LogGroupName', Value: 'invented-trail' }],
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    Period: 3600,
    TreatMissingData: 'breaching',
  });
});

describe('the number of decryptions', () => {
  const decryptsOf = (props: Partial<KeyUseAuditProps>) => {
    const other = testStack();
    audit(other, props);
    return resourcesOf(synthesize(other), 'AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties)
      .filter((alarm) => text(alarm['AlarmDescription']).includes('decrypted unusually often'));
  };

  test('is held against what CloudWatch learned of the key', () => {
    for (const alarm of decryptsOf({})) {
      expect(alarm['ComparisonOperator']).toBe('GreaterThanUpperThreshold');
      expect(JSON.stringify(alarm['Metrics'])).toMatch(/ANOMALY_DETECTION_BAND\(\w+, 4\)/u);
    }
  });

  test.each([1, 5000])('is held against %d where that is given', (decryptsPerHour) => {
    const found = decryptsOf({ decryptsPerHour });
    expect(found).toHaveLength(2);
    for (const alarm of found)
      expect(alarm).toMatchObject({
        Threshold: decryptsPerHour,
        Period: 3600,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      });
  });

  test.each([0, -1, 1.5, Number.NaN])('fails for a limit of %p', (decryptsPerHour) => {
    const error = refusal(() => audit(testStack(), { decryptsPerHour }));
    expect(error.code).toBe('DecryptsPerHour');
    expect(error.message).toContain(`decryptsPerHour is ${decryptsPerHour};`);
  });
});

describe('the keys', () => {
  const many = (count: number) => {
    const other = testStack();
    const keys = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `Key${index}`,
        kms.Key.fromKeyArn(other, `K${index}`, arnOf('1')),
      ]),
    );
    return audit(other, { keys });
  };

  test.each([1, 49])('may be %d', (count) => {
    expect(() => many(count)).not.toThrow();
  });

  test('of the largest number fill the log group and no more', () => {
    const full = many(49);
    const found = resourcesOf(synthesize(full.node.scope as Stack), 'AWS::Logs::MetricFilter');
    expect(found).toHaveLength(99);
  });

  test.each([0, 50])('fails for %d', (count) => {
    expect(refusal(() => many(count)).message).toBe(`[Test/KeyUse] keys has ${count} keys; give 1 to 49`);
  });

  test.each(['', 'patient record', '1st', 'a/b'])('fails for the name %p', (name) => {
    const other = testStack();
    const keys = { [name]: kms.Key.fromKeyArn(other, 'K', arnOf('1')) };
    expect(refusal(() => audit(other, { keys })).code).toBe('Keys');
  });
});
