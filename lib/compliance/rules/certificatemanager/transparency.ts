import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const transparency: Rule = {
  id: 'certificatemanager-transparency',
  title: 'certificates are entered in the public logs',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'Browsers refuse a certificate that no log knows, and nobody notices a false one beside it.',
  fix: 'leave CertificateTransparencyLoggingPreference out, or set it to ENABLED',
  resourceTypes: ['AWS::CertificateManager::Certificate'],
  check(certificate) {
    return allowLiteral(
      certificate.property('CertificateTransparencyLoggingPreference'),
      (value) => value === 'ENABLED',
      'must not be DISABLED',
    );
  },
};
