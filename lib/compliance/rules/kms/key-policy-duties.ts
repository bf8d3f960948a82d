import { onEachAllow } from '../../policy/allow';
import { administers, meetInOnePrincipal, uses } from '../../policy/key-duties';
import { alternativesOf, type Statement } from '../../policy/statement';
import { allowLiteral } from '../../requirement';
import { finding, type Observation, type Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const keyPolicyDuties: Rule = {
  id: 'kms-key-policy-duties',
  title: 'no principal may both administer a key and use it',
  severity: 'error',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Whoever both administers and uses a key can read all PHI under it and remove whoever could notice.',
  fix: 'give administrative actions to some principals and cryptographic ones to others, or keep them apart by ArnNotLike aws:PrincipalArn; write no kms:*',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    const policy = key.property('KeyPolicy');
    if (policy.values.some(({ kind }) => kind === 'absent')) {
      return [finding(policy.path, 'is not set: by default the whole account may do everything (kms:*)')];
    }
    return [
      ...allowLiteral(
        key.property('BypassPolicyLockoutSafetyCheck'),
        (value) => !isTrue(value),
        'must not be true: the key could be locked out for good',
      ),
      ...alternativesOf(policy, template).flatMap(mixedDuties),
    ];
  },
};

function mixedDuties(statements: readonly Statement[]): readonly Observation[] {
  const administrative = statements.filter((statement) => administers(statement) !== undefined);
  return onEachAllow(statements, ['action', 'principal'], (statement) => {
    const action = uses(statement);
    if (action === undefined) return [];
    const both = administers(statement);
    if (both !== undefined) return [finding(statement.path, `allows ${both} together with ${action}`)];
    const other = administrative.find((each) => meetInOnePrincipal(each, statement, statements));
    return other ? [finding(statement.path, `allows ${action} to whom ${other.path} lets administer`)] : [];
  });
}
