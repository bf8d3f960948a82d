import { judge } from '../../../lib/compliance/judge';
import { vpcNoInternetPath } from '../../../lib/compliance/rules/ec2/vpc-no-internet-path';
import { apiThroughEndpoint } from '../../../lib/compliance/rules/graph/api-through-endpoint';
import type { Rule } from '../../../lib/compliance/rule';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { arn, assemblyOf, body, ref, resource } from '../../support/judge-template';

/** What a rule says of a template, in the order of its resources. */
function said(rule: Rule, ...templates: readonly JsonObject[]): readonly string[] {
  return judge(assemblyOf(...templates.map((each) => body(each))), [rule]).flatMap(({ observations }) =>
    observations.map(({ message }) => message),
  );
}

const SUBNET = {
  Subnet: resource('AWS::EC2::Subnet'),
  Table: resource('AWS::EC2::RouteTable'),
  Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref('Subnet'),
    RouteTableId: ref('Table'),
  }),
};
const route = (gateway: JsonObject): JsonObject =>
  resource('AWS::EC2::Route', {
    RouteTableId: ref('Table'),
    DestinationCidrBlock: '0.0.0.0/0',
    ...gateway,
  });

describe('a way to the internet is told as the packet goes', () => {
  test.each([
    ['AWS::EC2::InternetGateway', 'GatewayId', 'InternetGateway'],
    ['AWS::EC2::NatGateway', 'NatGatewayId', 'NatGateway'],
    ['AWS::EC2::EgressOnlyInternetGateway', 'EgressOnlyInternetGatewayId', 'EgressOnlyInternetGateway'],
    ['AWS::EC2::CarrierGateway', 'CarrierGatewayId', 'CarrierGateway'],
  ])('through a %s', (type, link, kind) => {
    const template = { ...SUBNET, Route: route({ [link]: ref('Door') }), Door: resource(type) };
    expect(said(vpcNoInternetPath, template)).toEqual([
      `${kind} leads to the internet by Subnet -> Table -> Route -> Door`,
    ]);
  });

  test('through a gateway that is elsewhere', () => {
    expect(said(vpcNoInternetPath, { ...SUBNET, Route: route({ GatewayId: 'igw-0a1b2c3d' }) })).toEqual([
      'leads to the internet by Subnet -> Table -> Route',
    ]);
  });

  test('from the subnet, where some routes have none', () => {
    const template = {
      Lone: resource('AWS::EC2::Route', { RouteTableId: 'rtb-1', GatewayId: ref('Door') }),
      ...SUBNET,
      Route: route({ GatewayId: ref('Door') }),
      Door: resource('AWS::EC2::InternetGateway'),
    };
    expect(said(vpcNoInternetPath, template)).toEqual([
      'InternetGateway leads to the internet by Subnet -> Table -> Route -> Door',
    ]);
  });

  test('and not at all where nothing leads there', () => {
    expect(said(vpcNoInternetPath, { Door: resource('AWS::EC2::InternetGateway') })).toEqual([
      'InternetGateway leads to the internet',
    ]);
    expect(
      said(vpcNoInternetPath, { Lone: resource('AWS::EC2::Route', { GatewayId: 'igw-0a1b2c3d' }) }),
    ).toEqual(['leads to the internet']);
  });
});

test('a call that no endpoint lets through is told as it goes', () => {
  const lambda = {
    Function: resource('AWS::Lambda::Function', {
      Role: arn('Role'),
      VpcConfig: { SubnetIds: [ref('Inner')] },
    }),
    Role: resource('AWS::IAM::Role', {
      Policies: [
        {
          PolicyName: 'p',
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: ['ssm:GetParameter', 'sts:AssumeRole'], Resource: '*' }],
          },
        },
      ],
    }),
    Inner: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
    Vpc: resource('AWS::EC2::VPC'),
    Sts: resource('AWS::EC2::VPCEndpoint', {
      VpcId: ref('Vpc'),
      ServiceName: 'com.amazonaws.us-east-1.sts',
      PolicyDocument: { Statement: [] },
    }),
  };
  expect(said(apiThroughEndpoint, lambda)).toEqual([
    'Function -> Role -> ssm:getparameter: Vpc has no endpoint for ssm',
    'Function -> Role -> sts:assumerole -> Sts: the policy of the endpoint does not name the action',
  ]);
});
