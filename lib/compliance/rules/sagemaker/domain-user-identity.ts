import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const domainUserIdentity: Rule = {
  id: 'sagemaker-domain-user-identity',
  title: 'what a notebook does is logged under the name of its user',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.312(b)'],
  profiles: ['strict'],
  why: 'Otherwise the log of every call from Studio names the execution role, which many share.',
  fix: 'set DomainSettings.ExecutionRoleIdentityConfig to USER_PROFILE_NAME',
  resourceTypes: ['AWS::SageMaker::Domain'],
  check(domain) {
    return requireLiteral(
      domain.property('DomainSettings.ExecutionRoleIdentityConfig'),
      (config) => config === 'USER_PROFILE_NAME',
      'must be USER_PROFILE_NAME',
    );
  },
};
