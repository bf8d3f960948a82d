import { dataInPrivateSubnets } from '../../../lib/compliance/rules/graph/data-in-private-subnets';
import { databaseNotBehindPublicDoor } from '../../../lib/compliance/rules/graph/database-not-behind-public-door';
import { keyServesOneDataClass } from '../../../lib/compliance/rules/graph/key-serves-one-data-class';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  body,
  casesOf,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
  type RuleCases,
  type Scenario,
} from '../../support/judge-template';
import { graphEndpointCases } from './graph-endpoints.cases';
import { graphPermissionCases } from './graph-permissions.cases';
import { graphRouteCases } from './graph-routes.cases';
import { graphZoneCases } from './graph-zones.cases';

/** A subnet `Out` that routes everywhere to an internet gateway, by this route, and a subnet `In` that does not. */
const subnets = (route: JsonObject = {}): JsonObject => ({
  Out: resource('AWS::EC2::Subnet'),
  In: resource('AWS::EC2::Subnet'),
  Table: resource('AWS::EC2::RouteTable'),
  Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref('Out'),
    RouteTableId: ref('Table'),
  }),
  Gateway: resource('AWS::EC2::InternetGateway'),
  Route: resource('AWS::EC2::Route', {
    RouteTableId: ref('Table'),
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: ref('Gateway'),
    ...route,
  }),
});
const group = (ids: Json, route?: JsonObject): Scenario =>
  subject('AWS::RDS::DBSubnetGroup', { SubnetIds: ids }, subnets(route));
const AT = 'Properties.SubnetIds.1';

/** The subnets in a stack of their own. */
const FAR_SUBNETS = body(subnets(), {
  Outputs: { Out: { Value: ref('Out'), Export: { Name: 'out' } } },
});

const database = (groups: Json, others: JsonObject): Scenario =>
  subject('AWS::RDS::DBInstance', { VPCSecurityGroups: groups }, others);
const admits = (source: string): JsonObject => ({
  SecurityGroupIngress: [{ IpProtocol: 'tcp', SourceSecurityGroupId: { 'Fn::GetAtt': [source, 'GroupId'] } }],
});
const SG = 'AWS::EC2::SecurityGroup';
const door = (scheme: JsonObject, groupId = 'DoorGroup'): JsonObject => ({
  Door: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    SecurityGroups: [{ 'Fn::GetAtt': [groupId, 'GroupId'] }],
    ...scheme,
  }),
});
const FACING = { Scheme: 'internet-facing' };

const underKey = (others: JsonObject): Scenario => stack({ Subject: resource('AWS::KMS::Key'), ...others });
const table = resource('AWS::DynamoDB::Table', { SSESpecification: { KMSMasterKeyId: arn('Subject') } });
const log = resource('AWS::Logs::LogGroup', { KmsKeyId: arn('Subject') });
const bucket = resource('AWS::S3::Bucket', {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ref('Subject') } },
    ],
  },
});
const trail = resource('AWS::CloudTrail::Trail', { S3BucketName: ref('Bucket') });

export const graphCases: readonly RuleCases[] = [
  ...graphEndpointCases,
  ...graphPermissionCases,
  ...graphRouteCases,
  ...graphZoneCases,
  casesOf(dataInPrivateSubnets, {
    'subnets without a route to a gateway is compliant': group([ref('In'), ref('In')]),
    'one subnet that routes everything to a gateway is a finding': seen(group([ref('In'), ref('Out')]), AT),
    'an IPv6 route to everywhere is a finding': seen(
      group([ref('In'), ref('Out')], {
        DestinationCidrBlock: ref('AWS::NoValue'),
        DestinationIpv6CidrBlock: '::/0',
      }),
      AT,
    ),
    'a gateway written out is a finding': group([ref('Out')], { GatewayId: 'igw-0123456789abcdef0' }),
    'a gateway for one range only is compliant': group([ref('Out')], { DestinationCidrBlock: '10.1.0.0/16' }),
    'a virtual private gateway is compliant': group([ref('Out')], { GatewayId: 'vgw-0123456789abcdef0' }),
    'a public subnet of another stack is a finding': beside(
      subject('AWS::RDS::DBSubnetGroup', { SubnetIds: [{ 'Fn::ImportValue': 'out' }] }),
      FAR_SUBNETS,
    ),
    'a lone subnet is a finding': seen(
      subject('AWS::EFS::MountTarget', { SubnetId: ref('Out') }, subnets()),
      'Properties.SubnetId',
    ),
    'brokers in a public subnet is a finding': subject(
      'AWS::MSK::Cluster',
      { BrokerNodeGroupInfo: { ClientSubnets: [ref('Out')] } },
      subnets(),
    ),
    'a domain in a public subnet is a finding': subject(
      'AWS::OpenSearchService::Domain',
      { VPCOptions: { SubnetIds: [ref('Out')] } },
      subnets(),
    ),
    'an old domain in a public subnet is a finding': subject(
      'AWS::Elasticsearch::Domain',
      { VPCOptions: { SubnetIds: [ref('Out')] } },
      subnets(),
    ),
    'a notebook in a public subnet is a finding': subject(
      'AWS::SageMaker::NotebookInstance',
      { SubnetId: ref('Out') },
      subnets(),
    ),
    'subnets known only by parameter is not applicable': group([OPEN]),
  }),
  casesOf(databaseNotBehindPublicDoor, {
    'a group that admits the application is compliant': database([ref('Own')], {
      Own: resource(SG, admits('App')),
      App: resource(SG, admits('DoorGroup')),
      DoorGroup: resource(SG),
      ...door(FACING),
    }),
    'a group that admits the group of an internet-facing load balancer is a finding': seen(
      database([ref('Own')], {
        Own: resource(SG, admits('DoorGroup')),
        DoorGroup: resource(SG),
        ...door(FACING),
      }),
      'Properties.VPCSecurityGroups.0',
    ),
    'a load balancer that does not say where it faces is a finding': database([ref('Own')], {
      Own: resource(SG, admits('DoorGroup')),
      DoorGroup: resource(SG),
      ...door({}),
    }),
    'an internal load balancer is compliant': database([ref('Own')], {
      Own: resource(SG, admits('DoorGroup')),
      DoorGroup: resource(SG),
      ...door({ Scheme: 'internal' }),
    }),
    'a load balancer whose scheme is a parameter is a finding': database([ref('Own')], {
      Own: resource(SG, admits('DoorGroup')),
      DoorGroup: resource(SG),
      ...door({ Scheme: OPEN }),
    }),
    'a group shared with the load balancer is a finding': database([ref('Own')], {
      Own: resource(SG),
      ...door(FACING, 'Own'),
    }),
    'a rule beside the group that admits the load balancer is a finding': database([ref('Own')], {
      Own: resource(SG),
      Rule: resource('AWS::EC2::SecurityGroupIngress', {
        GroupId: { 'Fn::GetAtt': ['Own', 'GroupId'] },
        SourceSecurityGroupId: { 'Fn::GetAtt': ['DoorGroup', 'GroupId'] },
      }),
      DoorGroup: resource(SG),
      ...door(FACING),
    }),
    'a classic load balancer that faces the internet is a finding': database([ref('Own')], {
      Own: resource(SG, admits('DoorGroup')),
      DoorGroup: resource(SG),
      Door: resource('AWS::ElasticLoadBalancing::LoadBalancer', { SecurityGroups: [ref('DoorGroup')] }),
    }),
    'a cluster is a finding': subject(
      'AWS::RDS::DBCluster',
      { VpcSecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a proxy is a finding': subject(
      'AWS::RDS::DBProxy',
      { VpcSecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a document database is a finding': subject(
      'AWS::DocDB::DBCluster',
      { VpcSecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a graph database is a finding': subject(
      'AWS::Neptune::DBCluster',
      { VpcSecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a warehouse is a finding': subject(
      'AWS::Redshift::Cluster',
      { VpcSecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a cache is a finding': subject(
      'AWS::ElastiCache::ReplicationGroup',
      { SecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a durable cache is a finding': subject(
      'AWS::MemoryDB::Cluster',
      { SecurityGroupIds: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a search domain is a finding': subject(
      'AWS::OpenSearchService::Domain',
      { VPCOptions: { SecurityGroupIds: [ref('Own')] } },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'a mount target is a finding': subject(
      'AWS::EFS::MountTarget',
      { SecurityGroups: [ref('Own')] },
      { Own: resource(SG), ...door(FACING, 'Own') },
    ),
    'groups known only by parameter is not applicable': database([OPEN], {}),
  }),
  casesOf(keyServesOneDataClass, {
    'a key for two stores of records is compliant': underKey({ Table: table, Bucket: bucket }),
    'a key for records and logs is a finding': seen(underKey({ Table: table, Log: log }), 'Properties'),
    'a key for records and the bucket of a trail is a finding': underKey({
      Table: table,
      Bucket: bucket,
      Trail: trail,
    }),
    'a key for a trail and its own bucket only is compliant': underKey({
      Table: resource('AWS::DynamoDB::Table'),
      Bucket: bucket,
      Trail: resource('AWS::CloudTrail::Trail', { S3BucketName: ref('Bucket'), KMSKeyId: arn('Subject') }),
    }),
    'a key for a trail and its bucket is compliant': underKey({
      Bucket: bucket,
      Trail: resource('AWS::CloudTrail::Trail', { S3BucketName: ref('Bucket'), KMSKeyId: arn('Subject') }),
    }),
    'a key for logs of another stack as well is a finding': beside(
      {
        stacks: [
          body(
            { Subject: resource('AWS::KMS::Key'), Table: table },
            { Outputs: { Key: { Value: arn('Subject'), Export: { Name: 'shared-key' } } } },
          ),
        ],
      },
      {
        Resources: {
          Log: resource('AWS::Logs::LogGroup', { KmsKeyId: { 'Fn::ImportValue': 'shared-key' } }),
        },
      },
    ),
    'a key that nothing here uses is not applicable': underKey({}),
  }),
];
