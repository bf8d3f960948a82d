import { aws_kms as kms, aws_logs as logs, Lazy, type Stack } from 'aws-cdk-lib';
import { hardenDefaultSecurityGroupProvider } from '../../lib/network/default-security-group-provider';
import { PrivateNetwork, type PrivateNetworkProps } from '../../lib/network/private-network';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
  refusal,
} from '../support/synthesize';
import { text, texts } from '../encryption/policy-evaluator';

function networkIn(stack: Stack, props: Partial<PrivateNetworkProps> = {}, id = 'Network'): PrivateNetwork {
  const keyId = `${id}LogKey`;
  return new PrivateNetwork(stack, id, {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    logKey: new kms.Key(stack, keyId),
    logRetention: logs.RetentionDays.SIX_YEARS,
    ...props,
  });
}

function build(props: Partial<PrivateNetworkProps> = {}): CloudTemplate {
  const stack = testStack();
  networkIn(stack, props);
  return synthesize(stack);
}

const fails = (props: Partial<PrivateNetworkProps>) => () => networkIn(testStack(), props);

describe('availability zones', () => {
  test.each([2, 3])('%d give as many isolated subnets', (count) => {
    const availabilityZones = ['us-east-1a', 'us-east-1b', 'us-east-1c'].slice(0, count);
    const subnets = resourcesOf(build({ availabilityZones }), 'AWS::EC2::Subnet');
    expect(subnets.map(({ Properties }) => Properties['AvailabilityZone'])).toEqual(availabilityZones);
    for (const { Properties } of subnets) expect(Properties['MapPublicIpOnLaunch']).toBe(false);
  });

  test.each([
    ['none', [], '[]'],
    ['one', ['us-east-1a'], '[us-east-1a]'],
    ['one twice', ['us-east-1a', 'us-east-1a'], '[us-east-1a, us-east-1a]'],
  ])('fails with %s', (_, availabilityZones, shown) => {
    expect(fails({ availabilityZones })).toThrow(
      `[Test/Network] availabilityZones is ${shown}; name at least 2 different zones`,
    );
    expect(refusal(fails({ availabilityZones })).code).toBe('AvailabilityZones');
  });
});

describe('the IPv4 range', () => {
  test('is 10.40.0.0/16 by default', () => {
    expect(onlyResource(build(), 'AWS::EC2::VPC').Properties['CidrBlock']).toBe('10.40.0.0/16');
  });

  test.each(['10.1.0.0/16', '10.1.0.0/19'])('%s has room for two zones', (cidr) => {
    expect(resourcesOf(build({ cidr }), 'AWS::EC2::Subnet')).toHaveLength(2);
  });

  test.each([
    ['10.0.0.0/15', 2, '/16 to /19'],
    ['10.1.0.0/20', 2, '/16 to /19'],
    ['10.1.0.0/19', 3, '/16 to /18'],
    ['10.1.0.0', 2, '/16 to /19'],
  ])('fails with %s for %d zones', (cidr, count, needed) => {
    const availabilityZones = ['us-east-1a', 'us-east-1b', 'us-east-1c'].slice(0, count);
    expect(refusal(fails({ cidr, availabilityZones })).code).toBe('Cidr');
    expect(fails({ cidr, availabilityZones })).toThrow(needed);
    expect(fails({ cidr, availabilityZones })).toThrow(`[Test/Network] cidr is ${cidr};`);
  });

  test('keeps the subnets of two zones when a third is added', () => {
    const blocks = (template: CloudTemplate) =>
      resourcesOf(template, 'AWS::EC2::Subnet').map(({ Properties }) => text(Properties['CidrBlock']));
    const three = blocks(build({ availabilityZones: ['us-east-1a', 'us-east-1b', 'us-east-1c'] }));
    expect(three.slice(0, 2)).toEqual(blocks(build()));
  });
});

describe('the network', () => {
  const template = build();

  test.each([
    'AWS::EC2::InternetGateway',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::EC2::EgressOnlyInternetGateway',
    'AWS::EC2::NatGateway',
    'AWS::EC2::EIP',
    'AWS::EC2::Route',
    'AWS::EC2::VPCPeeringConnection',
    'AWS::EC2::VPNGateway',
  ])('has no %s', (type) => {
    expect(resourcesOf(template, type)).toEqual([]);
  });

  test('resolves the private names of interface endpoints', () => {
    expect(onlyResource(template, 'AWS::EC2::VPC').Properties).toMatchObject({
      EnableDnsSupport: true,
      EnableDnsHostnames: true,
    });
  });

  test('names the zones it was given, not those a look-up invents', () => {
    expect(JSON.stringify(template)).not.toMatch(/dummy1|Fn::GetAZs/u);
  });

  test('flow-logs all traffic to its own group', () => {
    const { Properties } = onlyResource(template, 'AWS::EC2::FlowLog');
    expect(Properties).toMatchObject({
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      MaxAggregationInterval: 60,
    });
    const [group = ''] = logicalIdsOf(template, 'AWS::Logs::LogGroup').filter((id) => id.includes('FlowLog'));
    expect(text(Properties['LogGroupName'])).toBe(`<${group}>`);
  });

  test('encrypts, keeps and retains every log group', () => {
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(2);
    for (const group of groups) {
      expect(text(group.Properties['KmsKeyId'])).toMatch(/^<NetworkLogKey.*\.Arn>$/u);
      expect(group).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
        Properties: { RetentionInDays: 2192 },
      });
      // a fixed name would collide with what an earlier deployment left
      expect(group.Properties).not.toHaveProperty('LogGroupName');
    }
  });

  test('lets the flow log role write its group and pass no role', () => {
    const policies = resourcesOf(template, 'AWS::IAM::ManagedPolicy');
    const statements = policies.flatMap(({ Properties }) =>
      list(at(Properties['PolicyDocument'], 'Statement')),
    );
    expect(statements).toHaveLength(1);
    expect(texts(at(statements[0], 'Action'))).toEqual([
      'logs:CreateLogStream',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
    ]);
    expect(texts(at(statements[0], 'Resource'))).toEqual([
      expect.stringMatching(/^<NetworkFlowLogGroup.*\.Arn>$/u),
    ]);
    expect(JSON.stringify(template)).not.toContain('iam:PassRole');
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
  });
});

describe('security groups', () => {
  const template = build();
  const groupId = (name: string) =>
    logicalIdsOf(template, 'AWS::EC2::SecurityGroup').find((id) => id.includes(name)) ?? '';

  test('let HTTPS from workloads in to endpoints, and nothing else', () => {
    const { Properties } = onlyResource(template, 'AWS::EC2::SecurityGroupIngress');
    expect(text(Properties['GroupId'])).toBe(`<${groupId('EndpointSecurityGroup')}.GroupId>`);
    expect(text(Properties['SourceSecurityGroupId'])).toBe(`<${groupId('WorkloadSecurityGroup')}.GroupId>`);
    expect(Properties).toMatchObject({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 });
    for (const group of resourcesOf(template, 'AWS::EC2::SecurityGroup'))
      expect(group.Properties).not.toHaveProperty('SecurityGroupIngress');
  });

  test('let HTTPS out from workloads to endpoints, and nothing else', () => {
    const { Properties } = onlyResource(template, 'AWS::EC2::SecurityGroupEgress');
    expect(text(Properties['GroupId'])).toBe(`<${groupId('WorkloadSecurityGroup')}.GroupId>`);
    expect(text(Properties['DestinationSecurityGroupId'])).toBe(
      `<${groupId('EndpointSecurityGroup')}.GroupId>`,
    );
    expect(Properties).toMatchObject({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 });
  });

  test('never start without a rule of their own, which EC2 would open to everywhere', () => {
    const groups = resourcesOf(template, 'AWS::EC2::SecurityGroup');
    expect(groups).toHaveLength(2);
    for (const group of groups) {
      expect(group.Properties['SecurityGroupEgress']).toEqual([
        expect.objectContaining({ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp' }),
      ]);
    }
  });
});

test('there is no IPv6 in the network', () => {
  const template = build();
  expect(resourcesOf(template, 'AWS::EC2::VPCCidrBlock')).toEqual([]);
  expect(JSON.stringify(template)).not.toMatch(/Ipv6|::\/0/u);
});

describe('the function that empties the default security group', () => {
  const template = build();
  const handler = onlyResource(template, 'AWS::Lambda::Function');
  const role = resourcesOf(template, 'AWS::IAM::Role').find(({ Properties }) => 'Policies' in Properties);

  test('is asked to empty it', () => {
    const { Properties } = onlyResource(template, 'Custom::VpcRestrictDefaultSG');
    expect(text(Properties['DefaultSecurityGroupId'])).toMatch(/\.DefaultSecurityGroup>$/u);
  });

  test('logs to a group of ours, which is there before it runs', () => {
    const [group = ''] = logicalIdsOf(template, 'AWS::Logs::LogGroup').filter((id) =>
      id.startsWith('RestrictDefaultSecurityGroupLogGroup'),
    );
    expect(text(at(handler.Properties['LoggingConfig'], 'LogGroup'))).toBe(`<${group}>`);
    expect(handler.DependsOn).toContain(group);
  });

  test('writes to no other log group, and holds no managed policy', () => {
    expect(role?.Properties).not.toHaveProperty('ManagedPolicyArns');
    const statements = list(role?.Properties['Policies']).flatMap((policy) =>
      list(at(policy, 'PolicyDocument', 'Statement')),
    );
    const logging = statements.filter((statement) =>
      texts(at(statement, 'Action')).some((action) => action.startsWith('logs:')),
    );
    expect(logging).toHaveLength(1);
    expect(texts(at(logging[0], 'Action'))).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(texts(at(logging[0], 'Resource'))).toEqual([
      expect.stringMatching(/^<RestrictDefaultSecurityGroupLogGroup.*\.Arn>$/u),
    ]);
  });

  test('may still do its work, on this VPC’s group alone', () => {
    const statements = list(role?.Properties['Policies']).flatMap((policy) =>
      list(at(policy, 'PolicyDocument', 'Statement')),
    );
    const work = statements.find((statement) =>
      texts(at(statement, 'Action')).includes('ec2:RevokeSecurityGroupEgress'),
    );
    expect(texts(at(work, 'Action'))).toEqual(
      expect.arrayContaining(['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress']),
    );
    expect(texts(at(work, 'Resource'))).toEqual([expect.stringContaining('.DefaultSecurityGroup>')]);
  });

  test('fails where this aws-cdk-lib keeps it elsewhere', () => {
    const stack = testStack();
    const key = new kms.Key(stack, 'Key');
    const harden = () => {
      hardenDefaultSecurityGroupProvider(stack, key, logs.RetentionDays.SIX_YEARS);
    };
    expect(refusal(harden).code).toBe('DefaultSecurityGroupProvider');
    expect(harden).toThrow('use a version this library names as a peer');
  });
});

test('two networks in one stack share the function and its log group', () => {
  const stack = testStack();
  networkIn(stack, {}, 'First');
  networkIn(stack, { cidr: '10.41.0.0/16' }, 'Second');
  const template = synthesize(stack);
  expect(resourcesOf(template, 'AWS::EC2::VPC')).toHaveLength(2);
  expect(resourcesOf(template, 'Custom::VpcRestrictDefaultSG')).toHaveLength(2);
  expect(resourcesOf(template, 'AWS::Lambda::Function')).toHaveLength(1);
  expect(resourcesOf(template, 'AWS::Logs::LogGroup')).toHaveLength(3);
  const [role] = resourcesOf(template, 'AWS::IAM::Role').filter(({ Properties }) => 'Policies' in Properties);
  const resources = list(role?.Properties['Policies'])
    .flatMap((policy) => list(at(policy, 'PolicyDocument', 'Statement')))
    .flatMap((statement) => texts(at(statement, 'Resource')));
  expect(resources.filter((resource) => resource.endsWith('.DefaultSecurityGroup>'))).toHaveLength(2);
});

test('a range known only at deployment is left to CDK, which refuses it', () => {
  expect(fails({ cidr: Lazy.string({ produce: () => '10.1.0.0/16' }) })).toThrow(/concrete CIDR/iu);
});
