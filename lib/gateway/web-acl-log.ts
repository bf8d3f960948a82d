import {
  ArnFormat,
  Aws,
  aws_iam as iam,
  aws_logs as logs,
  aws_wafv2 as wafv2,
  Fn,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';

export interface WebAclLogProps {
  readonly webAclArn: string;
  /** Encrypts the log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

const LOG: DataClass = 'LOG';

/** Headers that let their holder in; the last one is that of a signed request of a session. */
export const SECRET_HEADERS = ['authorization', 'cookie', 'x-amz-security-token'] as const;

/**
 * Each request that a web ACL judges, without what may hold something of a patient or lets somebody in: no path, no query, no
 * token. WAF never logs a body; what a rule matched in it is substituted by `DataProtectionConfig` of the ACL.
 * Source: AWS WAF developer guide, "Sending traffic logs to CloudWatch Logs"; its log groups are called `aws-waf-logs-…`.
 */
export class WebAclLog extends Construct {
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, { webAclArn, logKey, logRetention }: WebAclLogProps) {
    super(scope, id);
    // the stack's own part: a group that was kept from a stack before has another name
    const ofStack = Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));
    const logGroupName = `aws-waf-logs-${this.node.addr.slice(-8)}-${ofStack}`;
    this.logGroup = new logs.LogGroup(this, 'Resource', {
      logGroupName,
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.logGroup).add(TAGS.dataClass, LOG, { priority: 200 });
    // WAF takes the ARN without the `:*` at its end
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: this.logGroup.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const delivery = new logs.ResourcePolicy(this, 'Delivery', {
      policyStatements: [
        new iam.PolicyStatement({
          sid: 'WebAclIsLogged',
          principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`${arn}:log-stream:*`],
          conditions: {
            StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
            ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:*` },
          },
        }),
      ],
    });
    const logging = new wafv2.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: webAclArn,
      logDestinationConfigs: [arn],
      redactedFields: [
        ...SECRET_HEADERS.map((name) => ({ singleHeader: { Name: name } })),
        { queryString: {} },
        { uriPath: {} },
      ],
    });
    logging.node.addDependency(delivery);
  }
}
