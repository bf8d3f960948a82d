import {
  aws_logs as logs,
  CfnResource,
  CustomResourceProviderBase,
  RemovalPolicy,
  Stack,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigurationError } from '../errors';

/** Where aws-cdk-lib (seen in 2.276.0) puts the function that empties default security groups: one for each stack. */
const PROVIDER_ID = 'Custom::VpcRestrictDefaultSGCustomResourceProvider';
const LOG_GROUP_ID = 'RestrictDefaultSecurityGroupLogGroup';

/**
 * CloudFormation cannot take the rules out of a default security group, so CDK does it with a function of its own.
 * That function is judged like ours: it logs to a group with our key and retention, and may write to no other.
 */
export function hardenDefaultSecurityGroupProvider(
  scope: Construct,
  logKey: kms.IKey,
  retention: logs.RetentionDays,
): void {
  const stack = Stack.of(scope);
  // two networks in one stack share the function
  if (stack.node.tryFindChild(LOG_GROUP_ID)) return;
  const provider = stack.node.tryFindChild(PROVIDER_ID);
  const handler = provider?.node.tryFindChild('Handler');
  const role = provider?.node.tryFindChild('Role');
  if (!(provider instanceof CustomResourceProviderBase) || !isResource(handler) || !isResource(role)) {
    throw new ConfigurationError(
      scope,
      'DefaultSecurityGroupProvider',
      `this aws-cdk-lib keeps the function that empties default security groups elsewhere than ${PROVIDER_ID}; use a version this library names as a peer`,
    );
  }
  const logGroup = new logs.LogGroup(stack, LOG_GROUP_ID, {
    encryptionKey: logKey,
    retention,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  handler.addPropertyOverride('LoggingConfig', { LogGroup: logGroup.logGroupName });
  handler.node.addDependency(logGroup);
  // in place of AWSLambdaBasicExecutionRole, which writes to every log group of the account
  role.addPropertyDeletionOverride('ManagedPolicyArns');
  provider.addToRolePolicy({
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: [logGroup.logGroupArn],
  });
}

function isResource(construct: unknown): construct is CfnResource {
  return CfnResource.isCfnResource(construct);
}
