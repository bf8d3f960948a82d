import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const vaultPolicyNotPublic: Rule = {
  id: 'backup-vault-policy-not-public',
  title: 'no policy of a backup vault lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Whoever can copy backups out of a vault has all the PHI in them.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  check(vault, template) {
    return publicStatements(vault.property('AccessPolicy'), template);
  },
};
