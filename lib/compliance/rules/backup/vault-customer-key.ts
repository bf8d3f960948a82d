import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const vaultCustomerKey: Rule = {
  id: 'backup-vault-customer-key',
  title: 'backup vaults are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'A vault under a key of AWS cannot be shared with a recovery account, nor closed by withdrawing the key.',
  fix: 'set EncryptionKeyArn to a customer-managed key',
  resourceTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  check(vault) {
    return requireCustomerKey(vault.property('EncryptionKeyArn'));
  },
};
