import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'apigateway-policy-not-public',
  title: 'no resource policy of an API lets everybody in',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'What the policy allows to everybody needs no other authorization where a method asks for IAM.',
  fix: 'name accounts or roles, or add a condition on aws:SourceVpce, aws:SourceVpc or aws:SourceIp',
  resourceTypes: ['AWS::ApiGateway::RestApi'],
  check(api, template) {
    return publicStatements(api.property('Policy'), template);
  },
};
