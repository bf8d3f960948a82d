import { Aws, aws_iam as iam } from 'aws-cdk-lib';

/** What log deliveries of this account and Region name in the encryption context. */
export const LOG_DELIVERIES = `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*`;

/** Lets the role of a state machine encrypt history and log under the machine's own key, which it calls without a service in between. */
export function encryptHistoryAndLog(stateMachineArn: string, keyArn: string): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      sid: 'EncryptItsHistory',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn } },
    }),
    new iam.PolicyStatement({
      sid: 'EncryptItsLog',
      actions: ['kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': LOG_DELIVERIES } },
    }),
  ];
}

/** Log deliveries know no resource. Source: Step Functions developer guide, "Logging using CloudWatch Logs". */
export function deliverLog(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'DeliverItsLog',
    actions: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    resources: ['*'],
  });
}
