import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { configurationOf, DISTRIBUTION } from './behaviours';

/** Source: CloudFront developer guide, "Supported protocols and ciphers between viewers and CloudFront". */
const POLICY = /^TLSv1\.[23]_20\d\d$/u;

export const viewerTls: Rule = {
  id: 'cloudfront-viewer-tls',
  title: 'distributions speak TLS 1.2 or later',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'With the certificate of CloudFront, and without a minimum, they still accept TLS 1.0, whose ciphers are broken.',
  fix: 'set ViewerCertificate.AcmCertificateArn, SslSupportMethod sni-only and MinimumProtocolVersion TLSv1.2_2021 or later',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    const certificate = configurationOf(distribution).at('ViewerCertificate');
    return [
      ...allowLiteral(
        certificate.at('CloudFrontDefaultCertificate'),
        (value) => !isTrue(value),
        'must not be true: it goes with TLS 1.0',
      ),
      ...requireLiteral(
        certificate.at('MinimumProtocolVersion'),
        (version) => typeof version === 'string' && POLICY.test(version),
        'must be TLSv1.2 or later',
      ),
    ];
  },
};
