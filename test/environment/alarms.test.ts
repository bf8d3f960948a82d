import { text } from '../encryption/policy-evaluator';
import { at, list, resourcesOf } from '../support/synthesize';
import { build, DEV } from './built';

const dev = build(DEV);

describe('alarms', () => {
  const alarmsOf = (name: string) =>
    resourcesOf(dev.templates[name] ?? { Resources: {} }, 'AWS::CloudWatch::Alarm').map(({ Properties }) => ({
      says: text(Properties['AlarmDescription']),
      tells: list(Properties['AlarmActions']).map(text),
    }));
  const exported = Object.values(dev.templates['HipaaAi-dev-Audit']?.Outputs ?? {}).map((output) =>
    text(at(output, 'Export', 'Name') ?? ''),
  );

  test('tell of every key of the environment, to the one topic', () => {
    const found = alarmsOf('HipaaAi-dev-Audit');
    for (const key of ['Data', 'Logs', 'Audit', 'Alarms']) {
      expect(found.filter(({ says }) => says.includes(`the key ${key} `))).toHaveLength(2);
    }
    expect(new Set(found.flatMap(({ tells }) => tells))).toEqual(new Set(['<AlarmsB3E93623>']));
  });

  test('reach those whom the settings name, through the topic alone', () => {
    const queue = 'arn:aws:sqs:us-east-1:111122223333:on-call';
    const told = build({ ...DEV, alarms: { subscribers: [queue] } }).templates['HipaaAi-dev-Audit'];
    const found = resourcesOf(told ?? { Resources: {} }, 'AWS::SNS::Subscription');
    expect(found.map(({ Properties }) => [text(Properties['TopicArn']), Properties['Endpoint']])).toEqual([
      ['<AlarmsB3E93623>', queue],
    ]);
  });

  test('tell of names that were asked for and are not allowed', () => {
    const found = alarmsOf('HipaaAi-dev-Network');
    expect(found.map(({ says }) => says)).toEqual([expect.stringContaining('a name that is not allowed')]);
    expect(exported.map((name) => `<${name}>`)).toEqual(
      expect.arrayContaining([...(found[0]?.tells ?? [''])]),
    );
  });

  test('tell of the redaction function: of failures, of messages it refused and of calls KMS throttled', () => {
    const found = alarmsOf('HipaaAi-dev-Ai');
    const meanings = [
      'calls failed',
      'calls were refused',
      'near the timeout',
      'refused messages',
      'KMS throttled',
    ];
    for (const meaning of meanings)
      expect(found.filter(({ says }) => says.includes(meaning))).toHaveLength(1);
    for (const { tells } of found) {
      expect(tells).toHaveLength(1);
      expect(exported.map((name) => `<${name}>`)).toContain(tells[0]);
    }
  });
});
