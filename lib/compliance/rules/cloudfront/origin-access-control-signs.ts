import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const originAccessControlSigns: Rule = {
  id: 'cloudfront-origin-access-control-signs',
  title: 'origin access controls sign every request',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A request that is not signed is that of anybody: the origin would have to be public.',
  fix: 'set SigningBehavior to always, and SigningProtocol to sigv4',
  resourceTypes: ['AWS::CloudFront::OriginAccessControl'],
  check(control) {
    return requireLiteral(
      control.property('OriginAccessControlConfig.SigningBehavior'),
      (behaviour) => behaviour === 'always',
      'must be always',
    );
  },
};
