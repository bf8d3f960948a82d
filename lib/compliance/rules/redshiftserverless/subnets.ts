import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const subnets: Rule = {
  id: 'redshiftserverless-subnets',
  title: 'serverless warehouses are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without subnets a workgroup lands in the default VPC, whose subnets are public.',
  fix: 'set SubnetIds to private subnets',
  resourceTypes: ['AWS::RedshiftServerless::Workgroup'],
  check(workgroup) {
    return requireSet(workgroup.property('SubnetIds'), 'must name subnets');
  },
};
