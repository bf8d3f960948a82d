import { aws_kms as kms, aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AccountSettingPlace } from '../../lib/bedrock/account-setting';

export const TOPIC = 'arn:aws:sns:us-east-1:111122223333:told';

/** What a setting of the account needs around it. */
export function settingPlace(scope: Construct): AccountSettingPlace {
  return {
    functionKey: new kms.Key(scope, 'FunctionKey'),
    logKey: new kms.Key(scope, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
    alarmTopic: sns.Topic.fromTopicArn(scope, 'Told', TOPIC),
  };
}
