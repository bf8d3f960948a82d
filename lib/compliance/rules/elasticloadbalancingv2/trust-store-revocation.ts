import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const revocations = companions(['AWS::ElasticLoadBalancingV2::TrustStoreRevocation'], (revocation) =>
  revocation.property('TrustStoreArn'),
);

export const trustStoreRevocation: Rule = {
  id: 'elasticloadbalancingv2-trust-store-revocation',
  title: 'trust stores know which client certificates were revoked',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(3)(ii)(C)'],
  profiles: ['strict'],
  why: 'The certificate of a lost laptop or of somebody who left opens the door until it runs out.',
  fix: 'add an AWS::ElasticLoadBalancingV2::TrustStoreRevocation with the revocation list of the CA',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::TrustStore'],
  check(store) {
    return revocations(store).length > 0 ? [] : [finding('Properties', 'has no revocation list')];
  },
};
