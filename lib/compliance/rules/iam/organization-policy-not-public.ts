import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const organizationPolicyNotPublic: Rule = {
  id: 'iam-organization-policy-not-public',
  title: 'the organization is delegated to nobody unnamed',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Whoever may change the policies of an organization may lift every guardrail of every account in it.',
  fix: 'name the delegated administrator as principal, and the actions it needs',
  resourceTypes: ['AWS::Organizations::ResourcePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('Content'), template);
  },
};
