import {
  aws_iam as iam,
  aws_logs as logs,
  aws_route53resolver as resolver,
  RemovalPolicy,
  Stack,
  type aws_ec2 as ec2,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface DnsQueryLogProps {
  readonly vpc: ec2.IVpc;
  /** Encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

/**
 * Which names were asked for in a VPC, by whom, and what the firewall did: queries that the resolver answers from its
 * cache are not in it. The policy of the group is written here, as AWS would otherwise write one for every group.
 * Source: Route 53 developer guide, "Resolver query logging"; CloudWatch Logs user guide, "Enable logging from AWS services".
 */
export class DnsQueryLog extends Construct {
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, { vpc, logKey, logRetention }: DnsQueryLogProps) {
    super(scope, id);
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const { account, region, partition } = Stack.of(this);
    const delivery = this.logGroup.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'LogDeliveryWrites',
        principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` },
        },
      }),
    );
    const config = new resolver.CfnResolverQueryLoggingConfig(this, 'Resource', {
      destinationArn: this.logGroup.logGroupArn,
    });
    if (delivery.policyDependable) config.node.addDependency(delivery.policyDependable);
    new resolver.CfnResolverQueryLoggingConfigAssociation(this, 'Association', {
      resolverQueryLogConfigId: config.attrId,
      resourceId: vpc.vpcId,
    });
  }
}
