import { reachesAction } from '../../policy/pattern';
import { isEverybody } from '../../policy/principal';
import { surelyDenies } from '../../policy/statement';
import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { isAlwaysSet } from '../cloudformation/certainty';

const DELETES = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'];

export const vaultDeletionDenied: Rule = {
  id: 'backup-vault-deletion-denied',
  title: 'nobody deletes backups by hand',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever breaks in deletes the backups first.',
  fix: 'set LockConfiguration, or deny everybody backup:DeleteRecoveryPoint in AccessPolicy',
  resourceTypes: ['AWS::Backup::BackupVault'],
  check(vault, template) {
    if (isAlwaysSet(vault.property('LockConfiguration.MinRetentionDays'))) return [];
    const policy = vault.property('AccessPolicy');
    const denied = surelyDenies(
      policy,
      template,
      (deny) =>
        deny.principals.some(isEverybody) &&
        deny.conditions.length === 0 &&
        DELETES.some((action) => reachesAction(deny.actions, action)),
    );
    return observe(
      denied,
      policy.path,
      'must deny everybody backup:DeleteRecoveryPoint, where LockConfiguration does not',
    );
  },
};
