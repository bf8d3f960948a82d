import { App, aws_ec2 as ec2, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ExistingNetwork, type ExistingNetworkProps } from '../../lib/network/existing-network';
import { PrivateEndpoints } from '../../lib/network/private-endpoints';
import { refusal, resourcesOf, synthesize, testStack } from '../support/synthesize';

const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

/** A VPC as another team would write it, in two zones, with an ACL on its isolated subnets. */
function teamVpc(stack: Stack, subnetType = ec2.SubnetType.PRIVATE_ISOLATED): ec2.Vpc {
  return new ec2.Vpc(stack, 'Vpc', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    natGateways: subnetType === ec2.SubnetType.PRIVATE_WITH_EGRESS ? 1 : 0,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: 'Public', subnetType: ec2.SubnetType.PUBLIC },
      { name: 'Inner', subnetType },
    ],
  });
}

function aclOn(vpc: ec2.Vpc, cidr = '10.0.0.0/16'): void {
  const acl = new ec2.NetworkAcl(vpc, 'Acl', { vpc, subnetSelection: { subnetGroupName: 'Inner' } });
  acl.addEntry('In', {
    ruleNumber: 100,
    cidr: ec2.AclCidr.ipv4(cidr),
    traffic: ec2.AclTraffic.tcpPort(443),
    direction: ec2.TrafficDirection.INGRESS,
  });
  acl.addEntry('Out', {
    ruleNumber: 100,
    cidr: ec2.AclCidr.anyIpv4(),
    traffic: ec2.AclTraffic.tcpPort(443),
    direction: ec2.TrafficDirection.EGRESS,
  });
}

function networkOn(stack: Stack, vpc: ec2.IVpc, props: Partial<ExistingNetworkProps> = {}): ExistingNetwork {
  return new ExistingNetwork(stack, 'Network', { vpc, subnets: ISOLATED, ...props });
}

/** What synthesis says is wrong. */
function problemsOf(build: (stack: Stack) => void): string {
  const stack = testStack();
  build(stack);
  try {
    synthesize(stack);
  } catch (error) {
    return String(error);
  }
  return '';
}

test('a closed VPC of the same app is taken', () => {
  expect(
    problemsOf((stack) => {
      const vpc = teamVpc(stack);
      aclOn(vpc);
      networkOn(stack, vpc);
    }),
  ).toBe('');
});

test('it is seen from another stack of the app as well', () => {
  const app = new App();
  const vpc = teamVpc(new Stack(app, 'Theirs'));
  networkOn(new Stack(app, 'Ours'), vpc);
  expect(() => app.synth()).toThrow('has the default network ACL');
});

test('a way out is named step by step', () => {
  const said = problemsOf((stack) => {
    const vpc = teamVpc(stack, ec2.SubnetType.PRIVATE_WITH_EGRESS);
    aclOn(vpc);
    networkOn(stack, vpc, { subnets: { subnetGroupName: 'Inner' } });
  });
  expect(said).toContain(
    'there is a way out: Test/Vpc/InnerSubnet1 -> Test/Vpc/InnerSubnet1/DefaultRoute -> Test/Vpc/PublicSubnet1/NATGateway -> the internet',
  );
  expect(said).toContain('Test/Vpc/InnerSubnet2 ->');
});

test('a way out that is added later is found as well', () => {
  const said = problemsOf((stack) => {
    const vpc = teamVpc(stack);
    aclOn(vpc);
    networkOn(stack, vpc);
    new ec2.CfnRoute(stack, 'Late', {
      routeTableId: vpc.isolatedSubnets[0]?.routeTable.routeTableId ?? '',
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: 'igw-0a1b2c3d',
    });
  });
  expect(said).toContain('Test/Vpc/InnerSubnet1 -> Test/Late -> igw-0a1b2c3d -> the internet');
});

test('a route to a private gateway is no way out', () => {
  expect(
    problemsOf((stack) => {
      const vpc = teamVpc(stack);
      aclOn(vpc);
      networkOn(stack, vpc);
      const gateway = new ec2.CfnVPNGateway(stack, 'Vpn', { type: 'ipsec.1' });
      new ec2.CfnRoute(stack, 'ToClinic', {
        routeTableId: vpc.isolatedSubnets[0]?.routeTable.routeTableId ?? '',
        destinationCidrBlock: '172.16.0.0/12',
        gatewayId: gateway.ref,
      });
    }),
  ).toBe('');
});

test.each([
  ['0.0.0.0/0', true],
  ['10.0.0.0/16', false],
])('an ACL that lets %s in: refused %s', (cidr, isRefused) => {
  const said = problemsOf((stack) => {
    const vpc = teamVpc(stack);
    aclOn(vpc, cidr);
    networkOn(stack, vpc);
  });
  expect(said.includes('Test/Vpc/Acl/In lets everybody in')).toBe(isRefused);
  expect(said).not.toContain('Acl/Out');
});

test('a subnet without an ACL of its own is found', () => {
  expect(problemsOf((stack) => networkOn(stack, teamVpc(stack)))).toContain(
    'Test/Vpc/InnerSubnet1 has the default network ACL',
  );
});

test('an endpoint that should be there and is not is found', () => {
  const said = problemsOf((stack) => {
    const vpc = teamVpc(stack);
    aclOn(vpc);
    vpc.addInterfaceEndpoint('Kms', { service: ec2.InterfaceVpcEndpointAwsService.KMS_FIPS });
    networkOn(stack, vpc, { services: ['kms', 'sts'] });
  });
  expect(said).toContain('the VPC has no endpoint for sts');
  expect(said).not.toContain('no endpoint for kms');
});

test('public subnets are refused', () => {
  const stack = testStack();
  const subnets = { subnetType: ec2.SubnetType.PUBLIC };
  expect(refusal(() => networkOn(stack, teamVpc(stack), { subnets })).code).toBe('Subnets');
});

test('subnets in one zone are refused', () => {
  const stack = testStack();
  const subnets = { ...ISOLATED, availabilityZones: ['us-east-1a'] };
  const error = refusal(() => networkOn(stack, teamVpc(stack), { subnets }));
  expect(error.code).toBe('Subnets');
  expect(error.message).toContain('in 1 zones; choose them in at least 2');
});

describe('a VPC known by its id alone', () => {
  const stack = testStack();
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d',
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    isolatedSubnetIds: ['subnet-1', 'subnet-2'],
    isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
  });
  const network = networkOn(stack, vpc, { services: ['kms'] });
  new PrivateEndpoints(stack, 'Endpoints', { network, modelArns: [], services: ['sts', 's3'] });
  const template = synthesize(stack);

  test('is taken, and what cannot be seen is said', () => {
    Annotations.fromStack(stack).hasWarning(
      '/Test/Network',
      Match.stringLikeRegexp('cannot be seen from here'),
    );
  });

  test('gets security groups and endpoints like one of ours', () => {
    expect(
      resourcesOf(template, 'AWS::EC2::SecurityGroup').map(({ Properties }) => Properties['VpcId']),
    ).toEqual(['vpc-0a1b2c3d', 'vpc-0a1b2c3d']);
    const endpoints = resourcesOf(template, 'AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties);
    expect(endpoints).toEqual([
      expect.objectContaining({ SubnetIds: ['subnet-1', 'subnet-2'] }),
      expect.objectContaining({ RouteTableIds: ['rtb-1', 'rtb-2'] }),
    ]);
  });
});

test('a VPC that is built here has no such warning', () => {
  const stack = testStack();
  const vpc = teamVpc(stack);
  aclOn(vpc);
  networkOn(stack, vpc);
  Annotations.fromStack(stack).hasNoWarning('/Test/Network', Match.anyValue());
});
