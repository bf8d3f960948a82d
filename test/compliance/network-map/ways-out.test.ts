import type { JsonObject } from '../../../lib/compliance/template/json';
import { arn, OPEN, ref, resource } from '../../support/judge-template';
import { flowsOf, mapOf, onlyFlow, shortId } from '../../support/network-map';

const PHI = { Tags: [{ Key: 'hipaa-ai:data-class', Value: 'PHI' }] };
const NETWORK: JsonObject = {
  Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  Subnet: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/20' }),
  Table: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
  Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref('Subnet'),
    RouteTableId: ref('Table'),
  }),
  Records: resource('AWS::Lambda::Function', { ...PHI, VpcConfig: { SubnetIds: [ref('Subnet')] } }),
};
const route = (to: JsonObject): JsonObject =>
  resource('AWS::EC2::Route', { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', ...to });

function proofOf(more: JsonObject) {
  const map = mapOf({ ...NETWORK, ...more });
  const [proof] = map.proof.subnets;
  const zone = map.zones.find(({ id }) => shortId(id) === 'Subnet');
  return {
    verdict: proof?.verdict,
    kind: zone?.subnetKind,
    ways: proof?.ways.map(({ to, steps }) => `${steps.map(shortId).join(' -> ')} -> ${to}`),
    map,
  };
}

test('a subnet without routes of its own has no path out', () => {
  const { verdict, kind, ways } = proofOf({});
  expect({ verdict, kind, ways }).toEqual({ verdict: 'no-path', kind: 'isolated', ways: [] });
});

test.each([
  ['an internet gateway', 'AWS::EC2::InternetGateway', 'GatewayId', 'public'],
  ['a NAT gateway', 'AWS::EC2::NatGateway', 'NatGatewayId', 'egress'],
  [
    'an egress-only internet gateway',
    'AWS::EC2::EgressOnlyInternetGateway',
    'EgressOnlyInternetGatewayId',
    'egress',
  ],
  ['a carrier gateway', 'AWS::EC2::CarrierGateway', 'CarrierGatewayId', 'egress'],
])('%s is shown with the way to it', (_, type, link, expected) => {
  const { verdict, kind, ways, map } = proofOf({
    Route: route({ [link]: ref('Door') }),
    Door: resource(type),
  });
  expect({ verdict, kind, ways }).toEqual({
    verdict: 'path',
    kind: expected,
    ways: ['Subnet -> Table -> Route -> Door -> internet'],
  });
  expect(onlyFlow(map, 'route')).toMatchObject({ to: 'internet', range: '0.0.0.0/0' });
});

test('a gateway that is elsewhere is shown with the way to its route', () => {
  expect(proofOf({ Route: route({ GatewayId: 'igw-0a1b2c3d' }) })).toMatchObject({
    verdict: 'path',
    ways: ['Subnet -> Table -> Route -> internet'],
  });
});

test('a gateway that nothing routes to is no path', () => {
  expect(proofOf({ Door: resource('AWS::EC2::InternetGateway') })).toMatchObject({
    verdict: 'no-path',
    ways: [],
  });
});

test.each([
  ['a peering', { VpcPeeringConnectionId: ref('Door') }, 'AWS::EC2::VPCPeeringConnection', 'other-account'],
  ['a transit gateway', { TransitGatewayId: ref('Door') }, 'AWS::EC2::TransitGateway', 'on-premises'],
  ['a virtual private gateway', { GatewayId: ref('Door') }, 'AWS::EC2::VPNGateway', 'on-premises'],
  ['an instance', { InstanceId: ref('Door') }, 'AWS::EC2::Instance', 'elsewhere'],
])('%s leads to a network that decides', (_, link, type, zone) => {
  const { verdict, kind, ways } = proofOf({ Route: route(link), Door: resource(type) });
  expect({ verdict, kind, ways }).toEqual({
    verdict: 'beyond',
    kind: 'connected',
    ways: [`Subnet -> Table -> Route -> Door -> ${zone}`],
  });
});

test('a private NAT gateway leads to other networks only', () => {
  const Door = resource('AWS::EC2::NatGateway', { ConnectivityType: 'private' });
  expect(proofOf({ Route: route({ NatGatewayId: ref('Door') }), Door })).toMatchObject({ verdict: 'beyond' });
});

test('routes that a virtual private gateway writes itself are shown', () => {
  const { verdict, ways } = proofOf({
    Gateway: resource('AWS::EC2::VPNGateway'),
    Propagation: resource('AWS::EC2::VPNGatewayRoutePropagation', {
      RouteTableIds: [ref('Table')],
      VpnGatewayId: ref('Gateway'),
    }),
  });
  expect({ verdict, ways }).toEqual({
    verdict: 'beyond',
    ways: ['Subnet -> Table -> Propagation -> Gateway -> on-premises'],
  });
});

test.each([
  ['a gateway', { Route: route({ GatewayId: OPEN }) }],
  [
    'a route table',
    {
      Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('Subnet'),
        RouteTableId: OPEN,
      }),
    },
  ],
  [
    'the VPC',
    { Subnet: resource('AWS::EC2::Subnet', { VpcId: 'vpc-1' }), Association: resource('AWS::EC2::FlowLog') },
  ],
])('%s that cannot be read proves nothing', (_, more) => {
  expect(proofOf(more)).toMatchObject({ verdict: 'unknown', kind: 'unknown' });
});

test('a network that no template shows proves nothing', () => {
  const map = mapOf({
    Records: resource('AWS::Lambda::Function', { ...PHI, VpcConfig: { SubnetIds: ['subnet-1'] } }),
  });
  expect(map.proof.subnets).toEqual([
    { subnet: 'elsewhere', holds: ['PHI'], mayHoldPhi: true, verdict: 'unknown', ways: [] },
  ]);
  expect(map.proof.outside).toEqual([]);
});

test.each([
  ['PHI', true],
  ['REDACTED', true],
  ['Confidential', true],
  ['LOG', false],
  ['DEIDENTIFIED', false],
])('a subnet with something of class %s may hold PHI: %s', (dataClass, mayHoldPhi) => {
  const Records = resource('AWS::Lambda::Function', {
    Tags: [{ Key: 'hipaa-ai:data-class', Value: dataClass }],
    VpcConfig: { SubnetIds: [ref('Subnet')] },
  });
  expect(mapOf({ ...NETWORK, Records }).proof.subnets).toMatchObject([{ holds: [dataClass], mayHoldPhi }]);
});

test('so may a subnet with something that no tag describes, but not one with doors alone', () => {
  const Records = resource('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [ref('Subnet')] } });
  const Door = resource('AWS::EC2::VPCEndpoint', { SubnetIds: [ref('Subnet')], VpcId: ref('Vpc') });
  expect(mapOf({ ...NETWORK, Records }).proof.subnets).toMatchObject([
    { holds: ['unclassified'], mayHoldPhi: true },
  ]);
  expect(mapOf({ ...NETWORK, Records: Door }).proof.subnets).toMatchObject([
    { holds: [], mayHoldPhi: false },
  ]);
});

test('a function in no VPC reaches the internet', () => {
  const map = mapOf({ Records: resource('AWS::Lambda::Function', PHI) });
  expect(flowsOf(map, 'no-vpc')).toEqual(['Records -> internet']);
  expect(map.proof.outside).toMatchObject([{ dataClass: 'PHI' }]);
});

test('a database is in the subnets of its subnet group, in whichever stack that is', () => {
  const far = { 'Fn::ImportValue': 'group' };
  const map = mapOf(
    {
      Records: resource('AWS::RDS::DBInstance', { DBSubnetGroupName: ref('Group'), KmsKeyId: arn('Key') }),
      Key: resource('AWS::KMS::Key'),
      ...NETWORK,
      Group: resource('AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('Subnet')] }),
    },
    { Lone: resource('AWS::RDS::DBInstance', { DBSubnetGroupName: far }) },
  );
  const zones = (name: string) => map.assets.find(({ logicalId }) => logicalId === name)?.zones.map(shortId);
  expect(zones('Records')).toEqual(['Subnet']);
  expect(zones('Lone')).toEqual(['elsewhere']);
});
