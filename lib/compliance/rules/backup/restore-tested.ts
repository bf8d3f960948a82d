import { finding, type Rule } from '../../rule';
import { deploysWith } from '../cloudformation/companions';
import { perAssembly } from '../cloudformation/per-assembly';

const testingPlans = perAssembly((assembly) => assembly.resourcesOf('AWS::Backup::RestoreTestingPlan'));

export const restoreTested: Rule = {
  id: 'backup-restore-tested',
  title: 'restoring from backups is tested by a plan',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(D)', '164.308(a)(7)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(13)', 'NPRM 164.312(j)'],
  why: 'A backup that was never restored may not be one; the proposal asks to be back within 72 hours.',
  fix: 'add an AWS::Backup::RestoreTestingPlan with a selection',
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check(plan) {
    const isTested = testingPlans(plan.template.assembly).some((testing) => deploysWith(testing, plan));
    return isTested ? [] : [finding('Properties', 'has no restore testing plan beside it in the assembly')];
  },
};
