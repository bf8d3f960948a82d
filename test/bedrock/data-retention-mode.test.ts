import { Aws, CfnParameter, Duration } from 'aws-cdk-lib';
import { DataRetentionMode, type DataRetentionModeProps } from '../../lib/bedrock/data-retention-mode';
import { CHECK_MINUTES } from '../../lib/bedrock/drift-watch';
import { decide, text } from '../encryption/policy-evaluator';
import { settingPlace, TOPIC } from '../support/account-setting-place';
import {
  at,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
} from '../support/synthesize';

const REGIONS = ['us-west-2', 'us-east-1', 'us-west-2'];

function build(props: Partial<DataRetentionModeProps> = {}): CloudTemplate {
  const stack = testStack();
  new DataRetentionMode(stack, 'Mode', { ...settingPlace(stack), ...props });
  return synthesize(stack);
}

const template = build({ regions: REGIONS });
const setting = onlyResource(template, 'Custom::BedrockDataRetentionMode');
const functions = resourcesOf(template, 'AWS::Lambda::Function');
const permissions = resourcesOf(template, 'AWS::IAM::ManagedPolicy').map(
  ({ Properties }) => Properties['PolicyDocument'],
);

describe('the custom resource', () => {
  test('asks for none, in each Region once, in an order of its own', () => {
    expect(setting.Properties).toMatchObject({ Mode: 'none', Regions: ['us-east-1', 'us-west-2'] });
    expect(setting.DeletionPolicy).toBe('Delete');
  });

  test('takes the Region of the stack where none is given', () => {
    const own = onlyResource(build(), 'Custom::BedrockDataRetentionMode');
    expect(own.Properties['Regions']).toEqual(['us-east-1']);
  });

  test('is waited for ten minutes at most, and its function ends sooner', () => {
    expect(setting.Properties['ServiceTimeout']).toBe('600');
    const own = functions.find(({ Properties }) => Properties['Handler'] === 'index.handler');
    expect(own?.Properties['Timeout']).toBe(300);
  });

  test('is answered by the framework of the CDK', () => {
    expect(text(setting.Properties['ServiceToken'])).toMatch(
      /^<ModeSettingFunctionProviderframeworkonEvent/u,
    );
  });

  test.each([
    ['none', [], 'regions is empty'],
    ['no name of a Region', ['us-east-1', 'Virginia'], "regions holds 'Virginia'"],
    ['a pattern', ['us-*'], "regions holds 'us-*'"],
  ])('fails for %s', (_, regions, message) => {
    const stack = testStack();
    const make = () => new DataRetentionMode(stack, 'Mode', { ...settingPlace(stack), regions });
    const refused = refusal(make);
    expect(refused.code).toBe('DataRetentionRegions');
    expect(refused.message).toContain(message);
  });

  test('takes a Region that only the deployment knows', () => {
    const { Properties } = onlyResource(build({ regions: [Aws.REGION] }), 'Custom::BedrockDataRetentionMode');
    expect(Properties['Regions']).toEqual([{ Ref: 'AWS::Region' }]);
  });
});

describe('the role of the function', () => {
  const may = (action: string, context: Readonly<Record<string, string>>) =>
    permissions.map((policy) => decide(policy, { action, resource: '*', context }));

  test.each(['default', 'inherit', 'aws_review', 'provider_data_share'])('cannot set %s', (mode) => {
    const context = { 'aws:RequestedRegion': 'us-east-1', 'bedrock:DataRetentionMode': mode };
    expect(may('bedrock:PutAccountDataRetention', context)).toEqual(['not allowed', 'not allowed']);
  });

  test('can set none, where it is asked and nowhere else', () => {
    const none = { 'bedrock:DataRetentionMode': 'none' };
    const inRegion = (region: string) => ({ 'aws:RequestedRegion': region, ...none });
    expect(may('bedrock:PutAccountDataRetention', inRegion('us-west-2'))).toContain('allowed');
    expect(may('bedrock:PutAccountDataRetention', inRegion('eu-west-1'))).not.toContain('allowed');
    expect(may('bedrock:PutAccountDataRetention', { 'aws:RequestedRegion': 'us-west-2' })).not.toContain(
      'allowed',
    );
    expect(may('bedrock:GetAccountDataRetention', { 'aws:RequestedRegion': 'eu-west-1' })).not.toContain(
      'allowed',
    );
  });

  test('is complete from the start: the CDK adds no policy of its own', () => {
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
    expect(permissions).toHaveLength(2);
    for (const { Properties } of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
    }
  });
});

describe('the functions', () => {
  test('are two, outside the VPC, with the given keys, and log no event', () => {
    expect(functions).toHaveLength(2);
    for (const { Properties } of functions) {
      expect(text(Properties['KmsKeyArn'])).toMatch(/^<FunctionKey/u);
      expect(Properties).not.toHaveProperty('VpcConfig');
    }
    const framework = functions.find(({ Properties }) => Properties['Handler'] === 'framework.onEvent');
    expect(at(framework?.Properties['LoggingConfig'], 'ApplicationLogLevel')).toBe('FATAL');
  });

  test('each have a log group that is kept, under the given key', () => {
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(2);
    for (const { Properties, DeletionPolicy } of groups) {
      expect(Properties['RetentionInDays']).toBe(2192);
      expect(text(Properties['KmsKeyId'])).toMatch(/^<LogKey/u);
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
  });
});

describe('the watch', () => {
  test('asks the function every hour for what the resource asked', () => {
    const { Properties } = onlyResource(template, 'AWS::Events::Rule');
    expect(Properties['ScheduleExpression']).toBe('rate(1 hour)');
    const input = text(at(Properties['Targets'], 0, 'Input'));
    expect(JSON.parse(input)).toEqual({ check: { Mode: 'none', Regions: ['us-east-1', 'us-west-2'] } });
  });

  test('rings for one Region that drifted and for two hours without a look', () => {
    const { Properties } = onlyResource(template, 'AWS::CloudWatch::Alarm');
    expect(Properties).toMatchObject({
      Period: 7200,
      EvaluationPeriods: 1,
      Threshold: 1,
      Statistic: 'Maximum',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'breaching',
      AlarmActions: [TOPIC],
    });
  });

  test('counts what the function writes', () => {
    const { Properties } = onlyResource(template, 'AWS::Logs::MetricFilter');
    expect(Properties['FilterPattern']).toBe('{ $.drifted >= 0 }');
    expect(at(Properties['MetricTransformations'], 0, 'MetricValue')).toBe('$.drifted');
    const [metric, alarm] = [
      at(Properties['MetricTransformations'], 0, 'MetricName'),
      onlyResource(template, 'AWS::CloudWatch::Alarm').Properties['MetricName'],
    ];
    expect(metric).toBe(alarm);
  });

  test('counts before the first line is written, and looks and rings only after it', () => {
    const [filter = ''] = Object.keys(template.Resources).filter((id) =>
      id.startsWith('ModeSettingWatchDrift'),
    );
    expect(setting.DependsOn).toContain(filter);
    const [setter] = logicalIdsOf(template, 'Custom::BedrockDataRetentionMode');
    for (const type of ['AWS::CloudWatch::Alarm', 'AWS::Events::Rule']) {
      expect(onlyResource(template, type).DependsOn).toContain(setter);
    }
  });

  test.each([CHECK_MINUTES.shortest, CHECK_MINUTES.longest])('may look every %d minutes', (minutes) => {
    const changed = build({ checkEvery: Duration.minutes(minutes) });
    expect(onlyResource(changed, 'AWS::CloudWatch::Alarm').Properties['Period']).toBe(minutes * 120);
  });

  test.each([
    ['4 minutes', Duration.minutes(4)],
    ['721 minutes', Duration.minutes(721)],
    ['5.5 minutes', Duration.seconds(330)],
  ])('fails for %s', (said, checkEvery) => {
    const refused = refusal(() => build({ checkEvery }));
    expect(refused.code).toBe('CheckEvery');
    expect(refused.message).toContain(`checkEvery is ${said}; give 5 to 720 whole minutes`);
  });

  test('fails for a time that only the deployment knows', () => {
    const stack = testStack();
    const minutes = new CfnParameter(stack, 'Minutes', { type: 'Number' }).valueAsNumber;
    const checkEvery = Duration.minutes(minutes);
    const make = () => new DataRetentionMode(stack, 'Mode', { ...settingPlace(stack), checkEvery });
    expect(refusal(make).message).toContain('a value known only at deployment');
  });
});
