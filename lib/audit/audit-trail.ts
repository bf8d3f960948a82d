import {
  Aws,
  aws_cloudtrail as cloudtrail,
  aws_iam as iam,
  aws_logs as logs,
  RemovalPolicy,
  Token,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { AccessLogBucket } from './access-log-bucket';
import { advancedEventSelectors } from './data-events';
import type { LockedBucket } from './locked-bucket';

/** 3 to 128 letters and digits, with single `.`, `_` or `-` between them. Source: CloudTrail, "Trail naming requirements". */
const TRAIL_NAME = /^(?=.{3,128}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/u;

export interface AuditTrailProps {
  /**
   * Fixed, since the policies of key and bucket name the trail before it exists. 3 to 128 letters and digits, with
   * single `.`, `_` or `-` between them.
   */
  readonly trailName: string;
  readonly lockedBucket: LockedBucket;
  readonly accessLogBucket: AccessLogBucket;
  /** Encrypts what the trail delivers; its policy must let this trail use it. */
  readonly encryptionKey: kms.IKey;
  /** Encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

/**
 * A multi-Region CloudTrail trail with digest validation, delivered under a customer-managed key to a locked bucket and
 * to CloudWatch Logs. It records management events, S3 and Lambda data events, Bedrock's data events, and calls that VPC endpoints refused. The L2 knows
 * no advanced event selectors, so this is the L1. Supports 45 CFR 164.312(b), 164.312(c)(2) and 164.308(a)(1)(ii)(D).
 * @throws ConfigurationError `TrailName` that CloudTrail would refuse
 */
export class AuditTrail extends Construct {
  readonly trail: cloudtrail.CfnTrail;
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.trailName) && !TRAIL_NAME.test(props.trailName)) {
      throw new ConfigurationError(
        this,
        'TrailName',
        `trailName is '${props.trailName}'; give 3 to 128 letters and digits, with single '.', '_' or '-' between them`,
      );
    }
    const trailArn = `arn:${Aws.PARTITION}:cloudtrail:${Aws.REGION}:${Aws.ACCOUNT_ID}:trail/${props.trailName}`;
    const { bucket } = props.lockedBucket;
    admitTrail(props.lockedBucket, trailArn);

    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const delivery = this.deliveryRole();

    this.trail = new cloudtrail.CfnTrail(this, 'Resource', {
      trailName: props.trailName,
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: bucket.bucketName,
      kmsKeyId: props.encryptionKey.keyArn,
      cloudWatchLogsLogGroupArn: this.logGroup.logGroupArn,
      cloudWatchLogsRoleArn: delivery.role.roleArn,
      advancedEventSelectors: advancedEventSelectors([
        bucket.bucketArn,
        props.accessLogBucket.bucket.bucketArn,
      ]),
      // a burst of calls, or of refusals, is how a stolen credential shows
      insightSelectors: [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }],
    });
    // CloudTrail tries both deliveries when the trail is created
    if (bucket.policy) this.trail.node.addDependency(bucket.policy);
    this.trail.node.addDependency(delivery.policy);
  }

  /**
   * CloudTrail names neither `aws:SourceArn` nor `aws:SourceAccount` when it takes this role: a trust policy with either
   * stops the delivery (prowler-cloud/prowler#4714). The role can write to this one log group only.
   */
  private deliveryRole(): { readonly role: iam.Role; readonly policy: iam.ManagedPolicy } {
    const role = new iam.Role(this, 'DeliveryRole', {
      assumedBy: new iam.ServicePrincipal('cloudtrail.amazonaws.com'),
    });
    const policy = new iam.ManagedPolicy(this, 'DeliveryPolicy', {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [this.logGroup.logGroupArn],
        }),
      ],
    });
    return { role, policy };
  }
}

/** Source: CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail". Digests are SSE-S3 whatever the trail's key. */
function admitTrail({ bucket }: LockedBucket, trailArn: string): void {
  const principals = [new iam.ServicePrincipal('cloudtrail.amazonaws.com')];
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'TrailChecksTheBucket',
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [bucket.bucketArn],
      conditions: { StringEquals: { 'aws:SourceArn': trailArn } },
    }),
  );
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'TrailWritesItsLogs',
      principals,
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${Aws.ACCOUNT_ID}/*`)],
      conditions: {
        StringEquals: { 'aws:SourceArn': trailArn, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    }),
  );
}
