import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const hubStandards: Rule = {
  id: 'securityhub-hub-standards',
  title: 'hubs check against the default standards, and new controls of them',
  severity: 'warning',
  controls: ['164.308(a)(8)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A hub without standards gathers and checks nothing.',
  fix: 'leave EnableDefaultStandards and AutoEnableControls out, or set them to true',
  resourceTypes: ['AWS::SecurityHub::Hub'],
  check(hub) {
    return ['EnableDefaultStandards', 'AutoEnableControls'].flatMap((name) =>
      allowLiteral(hub.property(name), isTrue, 'must be true'),
    );
  },
};
