import { perAssembly, append } from '../cloudformation/per-assembly';
import { linked } from '../cloudformation/companions';
import { accepts } from '../cloudformation/members';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

const separateRules = linked(['AWS::EC2::SecurityGroupIngress'], (rule) => rule.property('GroupId'));

/** Security groups of the assembly that a security group lets in. */
export function admittedGroups(group: Resource): readonly Resource[] {
  return [
    ...group.property('SecurityGroupIngress').items(),
    ...separateRules(group).map((rule) => rule.property('')),
  ].flatMap((rule) => groupsIn(rule.at('SourceSecurityGroupId')));
}

/** Groups that a property names, be it one or a list. */
export function groupsIn(property: Property): readonly Resource[] {
  return property
    .items()
    .flatMap((item) => item.targets())
    .filter(({ type }) => type === 'AWS::EC2::SecurityGroup');
}

const BALANCERS = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'];

const doors = perAssembly((assembly) => {
  const byGroup = new Map<Resource, Resource[]>();
  for (const balancer of BALANCERS.flatMap((type) => assembly.resourcesOf(type))) {
    // a load balancer faces the internet unless it surely says otherwise
    const isInternal = accepts(balancer.property('Scheme'), (scheme) => scheme === 'internal');
    if (isInternal === true) continue;
    for (const group of groupsIn(balancer.property('SecurityGroups'))) append(byGroup, group, balancer);
  }
  return byGroup;
});

/** Internet-facing load balancers that carry a security group. */
export function publicDoorsOf(group: Resource): readonly Resource[] {
  return doors(group.template.assembly).get(group) ?? [];
}
