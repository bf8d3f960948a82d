import {
  aws_iam as iam,
  aws_logs as logs,
  Names,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TAGS } from '../../contract/tags';

/** Source: CloudWatch Logs API reference, PutDeliverySource, PutDeliveryDestination. */
const LONGEST_NAME = 60;

export interface IngestionLogProps {
  readonly knowledgeBaseArn: string;
  /** Encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

/**
 * Which documents a knowledge base read in, and which it could not. It holds their names and counts, none of their text:
 * so documents are not named after patients. Source: Bedrock user guide, "Monitor knowledge bases using CloudWatch Logs".
 */
export class IngestionLog extends Construct {
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, { knowledgeBaseArn, logKey, logRetention }: IngestionLogProps) {
    super(scope, id);
    const kept = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: kept,
    });
    Tags.of(this.logGroup).add(TAGS.dataClass, 'LOG', { priority: 300 });
    const { account, region, partition } = Stack.of(this);
    // AWS would otherwise write one for every group
    const policy = this.logGroup.addToResourcePolicy(
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
    const name = Names.uniqueResourceName(this, { maxLength: LONGEST_NAME });
    const source = new logs.CfnDeliverySource(this, 'Source', {
      name,
      logType: 'APPLICATION_LOGS',
      resourceArn: knowledgeBaseArn,
    });
    const destination = new logs.CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: this.logGroup.logGroupArn,
    });
    const delivery = new logs.CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
    });
    if (policy.policyDependable) delivery.node.addDependency(policy.policyDependable);
    // a knowledge base that stays is logged on
    for (const each of [source, destination, delivery]) each.applyRemovalPolicy(kept);
  }
}
