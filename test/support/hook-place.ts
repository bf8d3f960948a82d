import {
  aws_ec2 as ec2,
  aws_logs as logs,
  aws_s3 as s3,
  aws_sns as sns,
  Duration,
  type Stack,
} from 'aws-cdk-lib';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { ServiceKey } from '../../lib/encryption/service-key';
import { ServiceKeys } from '../../lib/encryption/service-keys';
import type { PhiFunctionPlace } from '../../lib/phi-function';
import { QuarantineBucket } from '../../lib/redaction/quarantine-bucket';

/** What hooks need around them, as the reference environment has it. */
export function hookPlace(stack: Stack) {
  const keys = new ServiceKeys(stack, 'Keys', { trailName: 'invented' });
  const redactedKey = new ServiceKey(stack, 'RedactedKey', {
    description: 'Redacted copies',
    services: ['s3'],
  }).key;
  const accessLogs = new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    isolatedSubnetIds: ['subnet-1', 'subnet-2'],
    isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
  });
  const place: PhiFunctionPlace & { readonly alarmTopic: sns.ITopic } = {
    vpc,
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
    encryptionKey: keys.data.key,
    logKey: keys.logs.key,
    logRetention: logs.RetentionDays.SIX_YEARS,
    reservedConcurrency: 5,
    alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', 'arn:aws:sns:us-east-1:111122223333:told'),
  };
  const quarantine = new QuarantineBucket(stack, 'Quarantine', { encryptionKey: keys.data.key, accessLogs });
  return { place, accessLogs, quarantine, redactedKey, sourceKey: keys.data.key };
}

/** A bucket of originals. */
export function originals(stack: Stack, versioned = true): s3.Bucket {
  return new s3.Bucket(stack, 'Originals', { versioned });
}
