import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const domainSingleSignOn: Rule = {
  id: 'sagemaker-domain-single-sign-on',
  title: 'people sign in to Studio as themselves',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Under IAM whoever may assume one role works as the same user, and the log names the role.',
  fix: 'set AuthMode to SSO',
  resourceTypes: ['AWS::SageMaker::Domain'],
  check(domain) {
    return requireLiteral(domain.property('AuthMode'), (mode) => mode === 'SSO', 'must be SSO');
  },
};
