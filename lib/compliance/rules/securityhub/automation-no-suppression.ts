import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const automationNoSuppression: Rule = {
  id: 'securityhub-automation-no-suppression',
  title: 'no automation rule hides findings',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A finding that is suppressed as it comes in reaches nobody.',
  fix: 'set another Workflow.Status than SUPPRESSED or RESOLVED',
  resourceTypes: ['AWS::SecurityHub::AutomationRule'],
  check(rule) {
    return rule
      .property('Actions')
      .items()
      .flatMap((action) =>
        allowLiteral(
          action.at('FindingFieldsUpdate.Workflow.Status'),
          (status) => status === 'NEW' || status === 'NOTIFIED',
          'must not hide the finding',
        ),
      );
  },
};
