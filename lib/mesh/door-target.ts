import {
  Aws,
  aws_elasticloadbalancingv2 as elbv2,
  aws_lambda as lambda,
  type aws_ec2 as ec2,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A function, by an alias: the one it is published under. */
export interface FunctionTarget {
  readonly alias: lambda.IAlias;
}

/** Addresses in the VPC, which speak TLS. The load balancer looks at no certificate of theirs. */
export interface AddressTarget {
  readonly port: number;
  readonly securityGroup: ec2.ISecurityGroup;
  /** A path that needs no identity and tells nothing. */
  readonly healthCheckPath: string;
}

export type DoorTarget = FunctionTarget | AddressTarget;

export interface DoorTargetGroupProps {
  readonly vpc: ec2.IVpc;
  readonly target: DoorTarget;
  /** At most 32 letters, digits and hyphens. */
  readonly targetGroupName?: string | undefined;
}

/** The target group of a door. A function may be invoked by target groups of this account and Region alone. */
export function doorTargetGroup(
  scope: Construct,
  id: string,
  { vpc, target, targetGroupName }: DoorTargetGroupProps,
): elbv2.ApplicationTargetGroup {
  const name = targetGroupName === undefined ? {} : { targetGroupName };
  if (!('alias' in target)) {
    return new elbv2.ApplicationTargetGroup(scope, id, {
      ...name,
      vpc,
      targetType: elbv2.TargetType.IP,
      protocol: elbv2.ApplicationProtocol.HTTPS,
      port: target.port,
      healthCheck: { protocol: elbv2.Protocol.HTTPS, path: target.healthCheckPath },
    });
  }
  const { alias } = target;
  // before the registration, which tries the call; the L2 would let in load balancers of everybody
  const invocation = new lambda.CfnPermission(scope, `${id}Invocation`, {
    action: 'lambda:InvokeFunction',
    functionName: alias.functionArn,
    principal: 'elasticloadbalancing.amazonaws.com',
    sourceArn: `arn:${Aws.PARTITION}:elasticloadbalancing:${Aws.REGION}:${Aws.ACCOUNT_ID}:targetgroup/${targetGroupName ?? '*'}/*`,
  });
  const group = new elbv2.ApplicationTargetGroup(scope, id, {
    ...name,
    targetType: elbv2.TargetType.LAMBDA,
    // a header that comes twice has to be seen twice
    multiValueHeadersEnabled: true,
    targets: [
      {
        attachToApplicationTargetGroup: () => ({
          targetType: elbv2.TargetType.LAMBDA,
          targetJson: { id: alias.functionArn },
        }),
      },
    ],
  });
  group.node.addDependency(invocation);
  return group;
}
