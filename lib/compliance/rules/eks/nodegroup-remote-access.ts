import { finding, type Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireSet } from '../cloudformation/set';

export const nodegroupRemoteAccess: Rule = {
  id: 'eks-nodegroup-remote-access',
  title: 'SSH to nodes is open to named security groups only',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'With a key and no source group, EKS opens port 22 of the nodes to the whole internet.',
  fix: 'drop RemoteAccess and use Session Manager, or set SourceSecurityGroups',
  resourceTypes: ['AWS::EKS::Nodegroup'],
  check(nodes) {
    const access = nodes.property('RemoteAccess');
    if (!access.isPresent) return 'not-applicable';
    return whereThere(access, (block) => {
      const groups = block.at('SourceSecurityGroups');
      const isEmpty = groups.values.some((value) => value.kind === 'absent');
      return isEmpty
        ? [finding(groups.path, 'is not set: port 22 opens to everybody')]
        : requireSet(groups, 'must name security groups');
    });
  },
};
