import { at, listAt, parseJson, present, textAt, type Json } from '../support/json';
import { only, tags, type Reader, type Readers } from './reader';

export const network: Readers = {
  'AWS::EC2::VPC': async (aws, VpcId) => {
    const vpc = only(await aws.find('ec2', 'DescribeVpcs', { VpcIds: [VpcId] }), 'Vpcs');
    if (vpc === undefined) return undefined;
    const hostnames = await aws.call('ec2', 'DescribeVpcAttribute', {
      VpcId,
      Attribute: 'enableDnsHostnames',
    });
    const support = await aws.call('ec2', 'DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsSupport' });
    return present({
      CidrBlock: at(vpc, 'CidrBlock'),
      InstanceTenancy: at(vpc, 'InstanceTenancy'),
      EnableDnsHostnames: at(hostnames, 'EnableDnsHostnames', 'Value'),
      EnableDnsSupport: at(support, 'EnableDnsSupport', 'Value'),
      Tags: tags(listAt(vpc, 'Tags')),
    });
  },

  'AWS::EC2::Subnet': async (aws, id) => {
    const subnet = only(await aws.find('ec2', 'DescribeSubnets', { SubnetIds: [id] }), 'Subnets');
    return (
      subnet &&
      present({
        AvailabilityZone: at(subnet, 'AvailabilityZone'),
        CidrBlock: at(subnet, 'CidrBlock'),
        MapPublicIpOnLaunch: at(subnet, 'MapPublicIpOnLaunch'),
        VpcId: at(subnet, 'VpcId'),
        Tags: tags(listAt(subnet, 'Tags')),
      })
    );
  },

  'AWS::EC2::RouteTable': async (aws, id) => {
    const table = only(await aws.find('ec2', 'DescribeRouteTables', { RouteTableIds: [id] }), 'RouteTables');
    return table && present({ VpcId: at(table, 'VpcId'), Tags: tags(listAt(table, 'Tags')) });
  },

  'AWS::EC2::SubnetRouteTableAssociation': async (aws, id, properties) => {
    const asked = { RouteTableIds: [textAt(properties, 'RouteTableId')] };
    const table = only(await aws.find('ec2', 'DescribeRouteTables', asked), 'RouteTables');
    const found = listAt(table, 'Associations').find((one) => at(one, 'RouteTableAssociationId') === id);
    return found === undefined
      ? undefined
      : present({ RouteTableId: at(found, 'RouteTableId'), SubnetId: at(found, 'SubnetId') });
  },

  'AWS::EC2::SecurityGroup': async (aws, id) => {
    const group = only(await aws.find('ec2', 'DescribeSecurityGroups', { GroupIds: [id] }), 'SecurityGroups');
    return (
      group &&
      present({
        GroupDescription: at(group, 'Description'),
        VpcId: at(group, 'VpcId'),
        SecurityGroupEgress: listAt(group, 'IpPermissionsEgress').flatMap(ranges),
        Tags: tags(listAt(group, 'Tags')),
      })
    );
  },

  'AWS::EC2::SecurityGroupIngress': securityGroupRule('SourceSecurityGroupId', false),
  'AWS::EC2::SecurityGroupEgress': securityGroupRule('DestinationSecurityGroupId', true),

  'AWS::EC2::FlowLog': async (aws, id) => {
    const flowLog = only(await aws.find('ec2', 'DescribeFlowLogs', { FlowLogIds: [id] }), 'FlowLogs');
    return (
      flowLog &&
      present({
        DeliverLogsPermissionArn: at(flowLog, 'DeliverLogsPermissionArn'),
        LogDestinationType: at(flowLog, 'LogDestinationType'),
        // the emulator answers the group's name where AWS answers its ARN
        LogGroupName: at(flowLog, 'LogGroupName') ?? at(flowLog, 'LogDestination'),
        MaxAggregationInterval: at(flowLog, 'MaxAggregationInterval'),
        ResourceId: at(flowLog, 'ResourceId'),
        // the API knows the type by the id
        ResourceType: textAt(flowLog, 'ResourceId').startsWith('vpc-') ? 'VPC' : undefined,
        TrafficType: at(flowLog, 'TrafficType'),
        Tags: tags(listAt(flowLog, 'Tags')),
      })
    );
  },

  'AWS::EC2::VPCEndpoint': async (aws, id) => {
    const endpoint = only(
      await aws.find('ec2', 'DescribeVpcEndpoints', { VpcEndpointIds: [id] }),
      'VpcEndpoints',
    );
    if (endpoint === undefined) return undefined;
    const policy = at(endpoint, 'PolicyDocument');
    return present({
      PolicyDocument: typeof policy === 'string' ? parseJson(policy) : undefined,
      PrivateDnsEnabled: at(endpoint, 'PrivateDnsEnabled'),
      RouteTableIds: at(endpoint, 'RouteTableIds'),
      SecurityGroupIds: listAt(endpoint, 'Groups').map((group) => textAt(group, 'GroupId')),
      ServiceName: at(endpoint, 'ServiceName'),
      SubnetIds: at(endpoint, 'SubnetIds'),
      VpcEndpointType: at(endpoint, 'VpcEndpointType'),
      VpcId: at(endpoint, 'VpcId'),
      Tags: tags(listAt(endpoint, 'Tags')),
    });
  },

  // What it did, not what it was asked: the default group of the VPC lets nothing in or out.
  'Custom::VpcRestrictDefaultSG': async (aws, _, properties) => {
    const asked = { GroupIds: [textAt(properties, 'DefaultSecurityGroupId')] };
    const group = only(await aws.find('ec2', 'DescribeSecurityGroups', asked), 'SecurityGroups');
    const open = listAt(group, 'IpPermissions').length + listAt(group, 'IpPermissionsEgress').length > 0;
    if (group === undefined || open) return undefined;
    const FunctionName = textAt(properties, 'ServiceToken');
    const provider = await aws.find('lambda', 'GetFunctionConfiguration', { FunctionName });
    return present({
      Account: at(group, 'OwnerId'),
      DefaultSecurityGroupId: at(group, 'GroupId'),
      ServiceToken: at(provider, 'FunctionArn'),
    });
  },
};

function securityGroupRule(peer: string, egress: boolean): Reader {
  return async (aws, id) => {
    const asked = { SecurityGroupRuleIds: [id] };
    const rule = only(await aws.find('ec2', 'DescribeSecurityGroupRules', asked), 'SecurityGroupRules');
    if (rule === undefined || at(rule, 'IsEgress') !== egress) return undefined;
    return present({
      Description: at(rule, 'Description'),
      FromPort: at(rule, 'FromPort'),
      GroupId: at(rule, 'GroupId'),
      IpProtocol: at(rule, 'IpProtocol'),
      [peer]: at(rule, 'ReferencedGroupInfo', 'GroupId'),
      ToPort: at(rule, 'ToPort'),
    });
  };
}

/** One rule a range, as templates write them. */
function ranges(permission: Json): readonly Json[] {
  return listAt(permission, 'IpRanges').map((range) =>
    present({
      CidrIp: at(range, 'CidrIp'),
      Description: at(range, 'Description'),
      FromPort: at(permission, 'FromPort'),
      IpProtocol: at(permission, 'IpProtocol'),
      ToPort: at(permission, 'ToPort'),
    }),
  );
}
