import { finding, unknown, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireValue } from '../../requirement';
import { onEach } from '../cloudformation/where-there';

export const privateSubnet: Rule = {
  id: 'emr-private-subnet',
  title: 'nodes of clusters have no public address',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'The web pages of Hadoop ask nobody for a name; on a public address they show the data to everybody.',
  fix: 'name a subnet whose MapPublicIpOnLaunch is false in Instances.Ec2SubnetId',
  resourceTypes: ['AWS::EMR::Cluster'],
  check(cluster) {
    const instances = cluster.property('Instances');
    const several = instances.at('Ec2SubnetIds');
    const subnets = several.isPresent ? several : instances.at('Ec2SubnetId');
    return [
      ...requireValue(subnets, () => true, 'must name a subnet'),
      ...onEach(subnets, (subnet) =>
        subnet.targets().flatMap((target) => {
          const maps = target.property('MapPublicIpOnLaunch').values;
          if (maps.some((value) => value.kind === 'literal' && isTrue(value.value)))
            return [finding(subnet.path, `${target.logicalId} gives nodes public addresses`)];
          return maps.some(({ kind }) => kind === 'unknown')
            ? [unknown(subnet.path, `${target.logicalId} may give nodes public addresses`)]
            : [];
        }),
      ),
    ];
  },
};
