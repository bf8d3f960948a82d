import { allows, onEachAllow } from '../../policy/allow';
import { isService } from '../../policy/principal';
import { statementsOf, type Statement } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

export const keyGrantsForServices: Rule = {
  id: 'kms-key-grants-for-services',
  title: 'grants on a key are for AWS services only',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Who may create any grant can hand the key on to anybody, past its policy.',
  fix: 'add the condition Bool kms:GrantIsForAWSResource = true to the statement that allows kms:CreateGrant',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    return onEachAllow(
      statementsOf(key.property('KeyPolicy'), template),
      ['action', 'principal'],
      (statement) => {
        if (!allows(statement, 'kms:CreateGrant')) return [];
        const people = statement.principals.filter((principal) => !isService(principal));
        if (people.length === 0 && statement.notPrincipals.length === 0) return [];
        const bound = forServices(statement);
        if (bound === true) return [];
        return [
          bound === false
            ? finding(statement.path, 'allows kms:CreateGrant without kms:GrantIsForAWSResource')
            : unknown(statement.path, 'allows kms:CreateGrant under a condition that cannot be read'),
        ];
      },
    );
  },
};

function forServices(statement: Statement): boolean | undefined {
  const condition = statement.conditions.find(
    ({ operator, key, optional }) =>
      operator.toLowerCase() === 'bool' && key === 'kms:grantisforawsresource' && !optional,
  );
  if (!condition) return statement.unreadable.includes('Condition') ? undefined : false;
  if (!condition.values.every((value) => value.toLowerCase() === 'true')) return false;
  return condition.values.length === 0 || condition.hasGaps ? undefined : true;
}
