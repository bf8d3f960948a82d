import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const studioIdentity: Rule = {
  id: 'emr-studio-identity',
  title: 'people in studios act under their own name',
  severity: 'warning',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Otherwise the log shows the role of the studio, whoever it was.',
  fix: 'set AuthMode to SSO, TrustedIdentityPropagationEnabled to true and IdcUserAssignment to REQUIRED',
  resourceTypes: ['AWS::EMR::Studio'],
  check(studio) {
    return [
      ...requireLiteral(studio.property('AuthMode'), (mode) => mode === 'SSO', 'must be SSO'),
      ...requireLiteral(studio.property('TrustedIdentityPropagationEnabled'), isTrue, 'must be true'),
      ...allowLiteral(
        studio.property('IdcUserAssignment'),
        (assignment) => assignment !== 'OPTIONAL',
        'must be REQUIRED',
      ),
    ];
  },
};
