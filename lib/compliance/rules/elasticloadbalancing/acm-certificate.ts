import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { isAcmCertificate } from '../certificatemanager/acm-certificate';

export const acmCertificate: Rule = {
  id: 'elasticloadbalancing-acm-certificate',
  title: 'classic load balancers use certificates of ACM, which renews them',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(d)'],
  profiles: ['strict'],
  why: 'A certificate that was uploaded runs out unnoticed, and its private key lies wherever it was made.',
  fix: 'set SSLCertificateId to the ARN of an ACM certificate',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    return balancer
      .property('Listeners')
      .items()
      .filter(
        (listener) =>
          accepts(
            listener.at('Protocol'),
            (protocol) => !(typeof protocol === 'string' && /^(?:https|ssl)$/iu.test(protocol)),
          ) !== true,
      )
      .flatMap((listener) =>
        requireValue(listener.at('SSLCertificateId'), isAcmCertificate, 'must be a certificate of ACM'),
      );
  },
};
