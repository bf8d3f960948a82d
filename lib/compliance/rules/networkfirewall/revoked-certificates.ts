import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const STATES = ['RevokedStatusAction', 'UnknownStatusAction'];

export const revokedCertificates: Rule = {
  id: 'networkfirewall-revoked-certificates',
  title: 'network firewalls that look into TLS refuse revoked certificates',
  severity: 'error',
  controls: ['164.312(d)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'The firewall stands between client and server: what it lets pass the client takes for good.',
  fix: `set ${STATES.join(' and ')} of CheckCertificateRevocationStatus to REJECT or DROP`,
  resourceTypes: ['AWS::NetworkFirewall::TLSInspectionConfiguration'],
  check(inspection) {
    return inspection
      .property('TLSInspectionConfiguration.ServerCertificateConfigurations')
      .items()
      .flatMap((configuration) =>
        STATES.flatMap((state) =>
          allowLiteral(
            configuration.at(`CheckCertificateRevocationStatus.${state}`),
            (action) => action === 'REJECT' || action === 'DROP',
            'must be REJECT or DROP',
          ),
        ),
      );
  },
};
