import { finding, type Rule } from '../../rule';
import { isPublicSubnet } from './subnets';

/** Where each kind of data store says in which subnets it is. */
const PLACES = {
  'AWS::RDS::DBSubnetGroup': 'SubnetIds',
  'AWS::DocDB::DBSubnetGroup': 'SubnetIds',
  'AWS::Neptune::DBSubnetGroup': 'SubnetIds',
  'AWS::Redshift::ClusterSubnetGroup': 'SubnetIds',
  'AWS::RedshiftServerless::Workgroup': 'SubnetIds',
  'AWS::ElastiCache::SubnetGroup': 'SubnetIds',
  'AWS::MemoryDB::SubnetGroup': 'SubnetIds',
  'AWS::DAX::SubnetGroup': 'SubnetIds',
  'AWS::DMS::ReplicationSubnetGroup': 'SubnetIds',
  'AWS::EFS::MountTarget': 'SubnetId',
  'AWS::FSx::FileSystem': 'SubnetIds',
  'AWS::MSK::Cluster': 'BrokerNodeGroupInfo.ClientSubnets',
  'AWS::AmazonMQ::Broker': 'SubnetIds',
  'AWS::OpenSearchService::Domain': 'VPCOptions.SubnetIds',
  'AWS::Elasticsearch::Domain': 'VPCOptions.SubnetIds',
  'AWS::SageMaker::NotebookInstance': 'SubnetId',
} as const;
type Store = keyof typeof PLACES;
const STORES = Object.keys(PLACES) as [Store, ...Store[]];

export const dataInPrivateSubnets: Rule = {
  id: 'graph-data-in-private-subnets',
  title: 'data stores are in subnets without a route to the internet',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'In a public subnet one security group rule or public address stands between the records and everybody.',
  fix: 'place it in subnets whose route tables have no route to an internet gateway',
  resourceTypes: STORES,
  check(store) {
    const subnets = store.property(PLACES[store.type as Store]);
    // subnets that another stack made show nothing of their routes here
    if (!subnets.items().some((subnet) => subnet.targets().length > 0)) return 'not-applicable';
    return subnets.items().flatMap((subnet) =>
      subnet
        .targets()
        .filter(isPublicSubnet)
        .map(({ logicalId }) => finding(subnet.path, `is ${logicalId}, which routes to an internet gateway`)),
    );
  },
};
