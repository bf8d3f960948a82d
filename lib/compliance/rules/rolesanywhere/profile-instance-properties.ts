import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const profileInstanceProperties: Rule = {
  id: 'rolesanywhere-profile-instance-properties',
  title: 'machines outside of AWS say which machine they are',
  severity: 'warning',
  controls: ['164.312(b)', '164.312(d)'],
  profiles: ['strict'],
  why: 'The audit trail then names the machine beside its certificate, which may have been copied.',
  fix: 'set RequireInstanceProperties to true',
  resourceTypes: ['AWS::RolesAnywhere::Profile'],
  check(profile) {
    return requireLiteral(profile.property('RequireInstanceProperties'), isTrue, 'must be true');
  },
};
