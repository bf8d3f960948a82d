import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const logs = companions(['AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation'], (association) =>
  association.property('ResourceId'),
);

export const queryLogs: Rule = {
  id: 'route53resolver-query-logs',
  title: 'VPCs log the names that are asked for in them',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(d)'],
  why: 'Malware asks for the name of its master, and data leaves inside of names: flow logs show neither.',
  fix: 'add an AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation for the VPC',
  resourceTypes: ['AWS::EC2::VPC'],
  check(vpc) {
    return logs(vpc).length > 0 ? [] : [finding('Properties', 'logs no DNS queries')];
  },
};
