import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const enhancedVpcRouting: Rule = {
  id: 'redshiftserverless-enhanced-vpc-routing',
  title: 'loads and unloads of serverless warehouses stay in the VPC',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without it COPY and UNLOAD pass by every endpoint policy and flow log of the VPC.',
  fix: 'set EnhancedVpcRouting to true',
  resourceTypes: ['AWS::RedshiftServerless::Workgroup'],
  check(workgroup) {
    return requireLiteral(workgroup.property('EnhancedVpcRouting'), isTrue, 'must be true');
  },
};
