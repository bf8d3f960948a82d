import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const transitGatewayNoAutoAccept: Rule = {
  id: 'ec2-transit-gateway-no-auto-accept',
  title: 'somebody accepts each network that joins a transit gateway',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Any account the gateway is shared with attaches a network, and is routed to the others.',
  fix: 'set AutoAcceptSharedAttachments to disable, or leave it out',
  resourceTypes: ['AWS::EC2::TransitGateway'],
  check(gateway) {
    return allowLiteral(
      gateway.property('AutoAcceptSharedAttachments'),
      (value) => value === 'disable',
      'must be disable',
    );
  },
};
