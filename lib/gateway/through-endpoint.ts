import { Aws, aws_iam as iam, type aws_ec2 as ec2 } from 'aws-cdk-lib';

/**
 * The allowance names the account and not everybody: within one account a resource policy that allows is enough, and then no role
 * would need an allowance for the path of a use case. The account's name leaves it to the policies of its roles.
 * Source: API Gateway developer guide, "How API Gateway resource policies affect authorization workflow", table A; IAM user
 * guide, "AWS JSON policy elements: Principal", AWS account principals.
 */
export function throughEndpoint({ vpcEndpointId }: ec2.IVpcEndpoint): iam.PolicyDocument {
  const resources = ['execute-api:/*'];
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'ThroughTheEndpoint',
        principals: [new iam.AccountPrincipal(Aws.ACCOUNT_ID)],
        actions: ['execute-api:Invoke'],
        resources,
        conditions: { StringEquals: { 'aws:SourceVpce': vpcEndpointId } },
      }),
      new iam.PolicyStatement({
        sid: 'InNoOtherWay',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['execute-api:Invoke'],
        resources,
        conditions: { StringNotEquals: { 'aws:SourceVpce': vpcEndpointId } },
      }),
    ],
  });
}
