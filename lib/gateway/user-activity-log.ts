import { aws_cognito as cognito, aws_logs as logs, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';

export interface UserActivityLogProps {
  readonly userPool: cognito.IUserPool;
  readonly logRetention: logs.RetentionDays;
}

const LOG: DataClass = 'LOG';

/**
 * Sign-ins to a user pool, with what threat protection made of them. Cognito writes to no group that is encrypted with a key of KMS, so
 * this one has the encryption of CloudWatch Logs alone. Source: Cognito user pools API reference, "CloudWatchLogsConfigurationType".
 */
export class UserActivityLog extends Construct {
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, { userPool, logRetention }: UserActivityLogProps) {
    super(scope, id);
    this.logGroup = new logs.LogGroup(this, 'Resource', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    new cognito.CfnLogDeliveryConfiguration(this, 'Delivery', {
      userPoolId: userPool.userPoolId,
      logConfigurations: [
        {
          eventSource: 'userAuthEvents',
          logLevel: 'INFO',
          cloudWatchLogsConfiguration: { logGroupArn: this.logGroup.logGroupArn },
        },
      ],
    });
  }
}
