import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const vaultNotifies: Rule = {
  id: 'backup-vault-notifies',
  title: 'backup vaults tell of jobs that fail',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A backup that failed unseen is missed on the day it is needed.',
  fix: 'set Notifications with an SNSTopicArn and BackupVaultEvents',
  resourceTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  check(vault) {
    return requirePresent(vault.property('Notifications.SNSTopicArn'), 'must name a topic');
  },
};
