import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const dnsValidation: Rule = {
  id: 'certificatemanager-dns-validation',
  title: 'certificates renew themselves by DNS',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Renewal by e-mail waits for somebody to click; on the day the certificate runs out the system is down.',
  fix: 'set ValidationMethod to DNS',
  resourceTypes: ['AWS::CertificateManager::Certificate'],
  check(certificate) {
    // a private CA knows whom it certifies
    const authority = certificate.property('CertificateAuthorityArn');
    if (authority.values.every(({ kind }) => kind !== 'absent')) return 'not-applicable';
    return requireLiteral(
      certificate.property('ValidationMethod'),
      (method) => method === 'DNS' || method === 'HTTP',
      'must be DNS',
    );
  },
};
