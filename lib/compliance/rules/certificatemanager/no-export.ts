import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const noExport: Rule = {
  id: 'certificatemanager-no-export',
  title: 'private keys of certificates stay in ACM',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  why: 'A key that can be exported is copied to machines, backups and laptops, and nobody knows to which.',
  fix: 'leave CertificateExport out, or set it to DISABLED',
  resourceTypes: ['AWS::CertificateManager::Certificate'],
  check(certificate) {
    return allowLiteral(
      certificate.property('CertificateExport'),
      (value) => value !== 'ENABLED',
      'must not be ENABLED',
    );
  },
};
