import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const applicationIdentity: Rule = {
  id: 'qbusiness-application-identity',
  title: 'an assistant knows who asks',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)', '164.502(b)'],
  profiles: ['hipaa', 'ai'],
  why: 'An anonymous user sees every document there is, since there is nobody whose rights could be looked up.',
  fix: 'set IdentityType to AWS_IAM_IDC or to an identity provider, or leave it out',
  resourceTypes: ['AWS::QBusiness::Application'],
  check(application) {
    return allowLiteral(
      application.property('IdentityType'),
      (type) => type !== 'ANONYMOUS',
      'must not be ANONYMOUS',
    );
  },
};
