import { finding, type Rule } from '../../rule';

export const standardComplete: Rule = {
  id: 'securityhub-standard-complete',
  title: 'standards have no control turned off',
  severity: 'warning',
  controls: ['164.308(a)(8)'],
  profiles: ['strict'],
  why: 'A control that is off is a finding that nobody accepted in writing.',
  fix: 'drop DisabledStandardsControls',
  resourceTypes: ['AWS::SecurityHub::Standard'],
  check(standard) {
    return standard
      .property('DisabledStandardsControls')
      .items()
      .map(({ path }) => finding(path, 'turns a control off'));
  },
};
