import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const retained: Rule = {
  id: 'workspaces-retained',
  title: 'desktops outlive their stack',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'With a desktop goes what somebody saved on it.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::WorkSpaces::Workspace'],
  check(desktop) {
    return requireRetained(desktop);
  },
};
