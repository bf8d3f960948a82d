import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const DEFAULTS = ['DefaultRouteTableAssociation', 'DefaultRouteTablePropagation'];

export const transitGatewaySegmented: Rule = {
  id: 'ec2-transit-gateway-segmented',
  title: 'a transit gateway routes between networks only where somebody said so',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(a)(2)(vi)'],
  why: 'By default every network that is attached is routed to every other.',
  fix: `set ${DEFAULTS.join(' and ')} to disable, and write the route tables`,
  resourceTypes: ['AWS::EC2::TransitGateway'],
  check(gateway) {
    return DEFAULTS.flatMap((name) =>
      requireLiteral(gateway.property(name), (value) => value === 'disable', 'must be disable'),
    );
  },
};
