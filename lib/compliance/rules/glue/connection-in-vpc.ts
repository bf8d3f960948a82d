import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const connectionInVpc: Rule = {
  id: 'glue-connection-in-vpc',
  title: 'connections reach their source inside a VPC',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Without a subnet jobs reach the source over the internet.',
  fix: 'set PhysicalConnectionRequirements.SubnetId',
  resourceTypes: ['AWS::Glue::Connection'],
  check(connection) {
    return requirePresent(
      connection.property('ConnectionInput.PhysicalConnectionRequirements.SubnetId'),
      'must name a subnet',
    );
  },
};
