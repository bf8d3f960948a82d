import type { Examples } from '../example';

export const autoscalingExamples: Examples = {
  'autoscaling-group-health-check': {
    bad: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    TargetGroupARNs:
      - arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0a1b2c3d4e5f6071
    HealthCheckType: EC2
    HealthCheckGracePeriod: 60
`,
    good: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    TargetGroupARNs:
      - arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0a1b2c3d4e5f6071
    HealthCheckType: ELB
    HealthCheckGracePeriod: 60
`,
  },
  'autoscaling-group-in-subnets': {
    bad: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    AvailabilityZones:
      Fn::GetAZs: ''
`,
    good: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    VPCZoneIdentifier: [subnet-0a1b2c3d, subnet-4e5f6071]
`,
  },
  'autoscaling-group-notifies': {
    bad: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
`,
    good: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    NotificationConfigurations:
      - TopicARN: arn:aws:sns:us-east-1:111122223333:machines
`,
  },
  'autoscaling-group-protected': {
    bad: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    DeletionProtection: none
`,
    good: `
Machines:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    DeletionProtection: prevent-all-deletion
`,
  },
  'autoscaling-launch-config-hop-limit': {
    bad: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    MetadataOptions:
      HttpPutResponseHopLimit: 2
`,
    good: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    MetadataOptions:
      HttpPutResponseHopLimit: 1
`,
  },
  'autoscaling-launch-config-imdsv2': {
    bad: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    MetadataOptions:
      HttpTokens: optional
`,
    good: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    MetadataOptions:
      HttpTokens: required
`,
  },
  'autoscaling-launch-config-monitoring': {
    bad: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    InstanceMonitoring: false
`,
    good: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    InstanceMonitoring: true
`,
  },
  'autoscaling-launch-config-no-public-ip': {
    bad: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    AssociatePublicIpAddress: true
`,
    good: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    AssociatePublicIpAddress: false
`,
  },
  'autoscaling-launch-config-volumes-encrypted': {
    bad: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    BlockDeviceMappings:
      - Ebs:
          Encrypted: false
`,
    good: `
Machines:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    BlockDeviceMappings:
      - Ebs:
          Encrypted: true
`,
  },
};
