import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const trustStoreVersion: Rule = {
  id: 'elasticloadbalancingv2-trust-store-version',
  title: 'trust stores name the version of the CAs they trust',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'The object is read once: without its version nobody sees which CAs are trusted, and a change of it is never taken up.',
  fix: 'set CaCertificatesBundleS3ObjectVersion, in a bucket with versions',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::TrustStore'],
  check(store) {
    return requirePresent(store.property('CaCertificatesBundleS3ObjectVersion'), 'must name a version');
  },
};
