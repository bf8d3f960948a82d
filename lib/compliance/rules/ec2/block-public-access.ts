import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const blockPublicAccess: Rule = {
  id: 'ec2-block-public-access',
  title: 'the account blocks internet traffic of its VPCs in both directions',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'The block overrules every route, gateway and security group; with ingress alone data can still be sent out.',
  fix: 'set InternetGatewayBlockMode to block-bidirectional',
  resourceTypes: ['AWS::EC2::VPCBlockPublicAccessOptions'],
  check(options) {
    return requireLiteral(
      options.property('InternetGatewayBlockMode'),
      (mode) => mode === 'block-bidirectional',
      'must be block-bidirectional',
    );
  },
};
