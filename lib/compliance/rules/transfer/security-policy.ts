import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Policies without SHA-1 and without TLS 1.1. Source: Transfer Family user guide, "Security policies for servers". */
const POLICY =
  /^Transfer(?:SFTPConnector)?SecurityPolicy-(?:(?:FIPS|Restricted|SshAuditCompliant|AS2Restricted)-)?(?:2022-03|2023-05|202[4-9]-\d\d)$/u;

export const securityPolicy: Rule = {
  id: 'transfer-security-policy',
  title: 'file transfers negotiate algorithms that hold',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'The default policy is that of 2018, which still takes SHA-1 and weak key exchanges.',
  fix: 'set SecurityPolicyName to TransferSecurityPolicy-2024-01 or TransferSecurityPolicy-FIPS-2024-01, of a connector to TransferSFTPConnectorSecurityPolicy-2024-03',
  resourceTypes: ['AWS::Transfer::Server', 'AWS::Transfer::Connector'],
  check(resource) {
    if (resource.type === 'AWS::Transfer::Connector' && !resource.property('SftpConfig').isPresent)
      return 'not-applicable';
    return requireLiteral(
      resource.property('SecurityPolicyName'),
      (name) => typeof name === 'string' && POLICY.test(name),
      'must be a policy of March 2022, May 2023, or of 2024 and later',
    );
  },
};
