import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const destinationPolicyNotPublic: Rule = {
  id: 'logs-destination-policy-not-public',
  title: 'no policy of a log destination lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever may subscribe can send anything to whoever trusts the destination.',
  fix: 'name the principals, or add a condition on aws:SourceArn, aws:SourceAccount, aws:PrincipalAccount or aws:PrincipalOrgID',
  resourceTypes: ['AWS::Logs::Destination'],
  check(policy, template) {
    return publicStatements(policy.property('DestinationPolicy'), template);
  },
};
