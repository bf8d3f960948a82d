import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const trustAnchorPrivateCa: Rule = {
  id: 'rolesanywhere-trust-anchor-private-ca',
  title: 'machines outside of AWS prove who they are by AWS Private CA',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'The key of a CA of your own lies on a disk: who copies it takes any role the anchor is trusted for.',
  fix: 'set Source.SourceType to AWS_ACM_PCA',
  resourceTypes: ['AWS::RolesAnywhere::TrustAnchor'],
  check(anchor) {
    return requireLiteral(
      anchor.property('Source.SourceType'),
      (type) => type === 'AWS_ACM_PCA',
      'must be AWS_ACM_PCA',
    );
  },
};
