import type { CheckReport } from '../../lib/compliance/check/check-report';
import { listProblems, withEligibleServices } from '../../lib/compliance/eligibility';
import { InvalidRuleSelection, type RuleSelection, type RuleSet } from '../../lib/compliance/rule-set';
import { eligibleService } from '../../lib/compliance/rules/governance/eligible-service';
import type { CheckOptions } from './check-options';
import { UsageError, type Io } from './verb';

/** @throws UsageError when the list of eligible services is given twice */
export function eligibleSelection(
  selection: RuleSelection,
  { eligibleServices }: Pick<CheckOptions, 'eligibleServices'>,
): RuleSelection {
  try {
    return withEligibleServices(selection, eligibleServices);
  } catch (error) {
    throw error instanceof InvalidRuleSelection ? new UsageError(error.message) : error;
  }
}

/** Where a finding hangs on the list: what passes under an old one mostly passes under a new one. */
export function warnOfOldList({ findings }: CheckReport, set: RuleSet, io: Io): void {
  if (!findings.some(({ rule }) => rule === eligibleService.id)) return;
  for (const { message } of set.asOf === undefined ? [] : listProblems(set, set.asOf)) {
    io.stderr.write(`hipaa-ai: warning: ${message} (--eligible-services)\n`);
  }
}
