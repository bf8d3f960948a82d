import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const blockPublicAccessExclusion: Rule = {
  id: 'ec2-block-public-access-exclusion',
  title: 'what is excluded from the block of internet traffic may send, not receive',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'An exclusion in both directions is the public network that the block was meant to end.',
  fix: 'remove the exclusion, or set InternetGatewayExclusionMode to allow-egress',
  resourceTypes: ['AWS::EC2::VPCBlockPublicAccessExclusion'],
  check(exclusion) {
    return requireLiteral(
      exclusion.property('InternetGatewayExclusionMode'),
      (mode) => mode === 'allow-egress',
      'must be allow-egress',
    );
  },
};
