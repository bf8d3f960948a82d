import type { Rule } from '../../rule';
import { openRange } from './ranges';

export const transitGatewayRouteNarrow: Rule = {
  id: 'ec2-transit-gateway-route-narrow',
  title: 'routes of a transit gateway lead to networks that are named',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A default route sends whatever has no other way to one network, also what was meant for none.',
  fix: 'write a route for each network that is needed',
  resourceTypes: ['AWS::EC2::TransitGatewayRoute'],
  check(route) {
    return openRange(route.property('DestinationCidrBlock'));
  },
};
