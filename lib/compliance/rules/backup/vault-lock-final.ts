import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { isNeverSet } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

/** Source: AWS Backup developer guide, "Vault Lock": the time to think again is three days at least. */
const LEAST = 3;

export const vaultLockFinal: Rule = {
  id: 'backup-vault-lock-final',
  title: 'locks of backup vaults cannot be taken off again',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'In governance mode whoever may change the vault takes the lock off, then deletes the backups.',
  fix: 'set LockConfiguration.ChangeableForDays once the retention is proven: after these days nobody can undo it',
  resourceTypes: ['AWS::Backup::BackupVault'],
  check(vault) {
    const lock = vault.property('LockConfiguration');
    if (isNeverSet(lock)) return 'not-applicable';
    return whereThere(lock, (block) =>
      requireLiteral(
        block.at('ChangeableForDays'),
        (value) => numberOf(value) >= LEAST,
        `must be set, to ${LEAST} or more`,
      ),
    );
  },
};
