import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const workgroupEnforced: Rule = {
  id: 'athena-workgroup-enforced',
  title: 'queries cannot choose another place or encryption than their workgroup',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Otherwise each client may write results elsewhere, and unencrypted.',
  fix: 'leave EnforceWorkGroupConfiguration out, or set it to true',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    return allowLiteral(
      group.property('WorkGroupConfiguration.EnforceWorkGroupConfiguration'),
      isTrue,
      'must be true',
    );
  },
};
