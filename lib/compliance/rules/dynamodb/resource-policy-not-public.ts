import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';
import { settingsOf } from './replicas';

/** Where a table, or a replica of a global one, has the policies of itself and of its stream. */
const POLICIES = [
  'ResourcePolicy.PolicyDocument',
  'StreamSpecification.ResourcePolicy.PolicyDocument',
  'ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
];

export const resourcePolicyNotPublic: Rule = {
  id: 'dynamodb-resource-policy-not-public',
  title: 'no resource policy of a table or stream lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A table open to everybody is a disclosure of all PHI in it.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount or aws:SourceVpce',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table, template) {
    return settingsOf(table).flatMap((settings) =>
      POLICIES.flatMap((path) => publicStatements(settings.at(path), template)),
    );
  },
};
