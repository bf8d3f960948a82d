import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const profileNamesMachine: Rule = {
  id: 'rolesanywhere-profile-names-machine',
  title: 'sessions of machines outside of AWS are named by the certificate',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.312(b)'],
  profiles: ['hipaa'],
  why: 'A machine that picks the name itself can write that of another one into the audit trail.',
  fix: 'leave AcceptRoleSessionName out, or set it to false',
  resourceTypes: ['AWS::RolesAnywhere::Profile'],
  check(profile) {
    return allowLiteral(
      profile.property('AcceptRoleSessionName'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
