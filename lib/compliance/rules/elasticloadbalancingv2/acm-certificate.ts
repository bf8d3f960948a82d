import { requireValue } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isAcmCertificate } from '../certificatemanager/acm-certificate';
import { LISTENER, mayBeEncrypted } from './listener';

export const acmCertificate: Rule = {
  id: 'elasticloadbalancingv2-acm-certificate',
  title: 'listeners use certificates of ACM, which renews them',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(d)'],
  profiles: ['strict'],
  why: 'A certificate that was uploaded runs out unnoticed, and its private key lies wherever it was made.',
  fix: 'set CertificateArn of Certificates to the ARN of an ACM certificate',
  resourceTypes: [LISTENER],
  check(listener) {
    const protocol = listener.property('Protocol');
    if (!protocol.isPresent || !mayBeEncrypted(protocol)) return 'not-applicable';
    const certificates = listener.property('Certificates');
    if (certificates.values.some(({ kind }) => kind === 'absent'))
      return [finding(certificates.path, 'must name a certificate of ACM')];
    return certificates
      .items()
      .flatMap((certificate) =>
        requireValue(certificate.at('CertificateArn'), isAcmCertificate, 'must be a certificate of ACM'),
      );
  },
};
