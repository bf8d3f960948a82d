import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description: 'how long a locked vault keeps every backup at least, in days',
  default: 35,
};

export const vaultLocked: Rule = {
  id: 'backup-vault-locked',
  title: 'backup vaults are locked for as long as backups must be kept',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)', '164.312(c)(1)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'Without a lock an administrator, or whoever took over, can delete every copy there is.',
  fix: 'set LockConfiguration.MinRetentionDays; leave ChangeableForDays out to try it in governance mode first: compliance mode cannot be undone',
  resourceTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  check(vault, _template, settings) {
    const least = settings.of(days);
    const lock =
      vault.type === 'AWS::Backup::BackupVault' ? 'LockConfiguration.MinRetentionDays' : 'MinRetentionDays';
    return requireLiteral(
      vault.property(lock),
      (value) => numberOf(value) >= least,
      `must be at least ${least} days`,
    );
  },
};
