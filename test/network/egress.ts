import { aws_ec2 as ec2, aws_kms as kms, aws_logs as logs, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import { EgressControl, type EgressControlProps } from '../../lib/network/egress-control';
import { dnsNamesOf } from '../../lib/network/private-service';
import { refusal, synthesize, testStack, type CloudTemplate } from '../support/synthesize';

function egressIn(stack: Stack, props: Partial<EgressControlProps> = {}): EgressControl {
  return new EgressControl(stack, 'Egress', {
    vpc: vpcIn(stack),
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
    alarmTopic: new sns.Topic(stack, 'Alarms'),
    endpointNames: dnsNamesOf('kms', 'us-east-1'),
    ...props,
  });
}

/** As somebody else's app would know it. */
function vpcIn(stack: Stack): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d',
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    privateSubnetIds: ['subnet-1', 'subnet-2'],
    privateSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
  });
}

export function buildEgress(props: Partial<EgressControlProps> = {}): CloudTemplate {
  const stack = testStack();
  egressIn(stack, props);
  return synthesize(stack);
}

export const refusedEgress = (props: Partial<EgressControlProps>) =>
  refusal(() => egressIn(testStack(), props));
