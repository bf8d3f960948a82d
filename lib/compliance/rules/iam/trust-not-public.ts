import { onEachAllow } from '../../policy/allow';
import { narrowsBy, narrowsCaller } from '../../policy/narrowing';
import { isEverybody, wholeAccount } from '../../policy/principal';
import { statementsOf, type Statement } from '../../policy/statement';
import { finding, unknown, type Observation, type Rule } from '../../rule';

export const trustNotPublic: Rule = {
  id: 'iam-trust-not-public',
  title: 'a role says who may take it',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever takes the role is the role: a trust policy open to everybody, or to all of another account, gives away all it may do.',
  fix: 'name the principals; for another account add sts:ExternalId or aws:PrincipalOrgID',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, template) {
    return onEachAllow(
      statementsOf(role.property('AssumeRolePolicyDocument'), template),
      ['principal'],
      (statement) => trusted(statement),
    );
  },
};

function trusted(statement: Statement): readonly Observation[] {
  const caller = () => narrowsCaller(statement);
  if (statement.notPrincipals.length > 0 || statement.principals.some(isEverybody)) {
    return doubt(statement, caller(), 'trusts everybody');
  }
  const foreign = statement.principals.filter((principal) => /^\d{12}$/u.test(wholeAccount(principal) ?? ''));
  // web identities are for trust-web-identity-subject
  if (foreign.length === 0) return [];
  const tied = caller() === true || narrowsBy(statement, (key) => key === 'sts:externalid');
  return doubt(statement, tied, 'trusts every principal of an account written out');
}

function doubt(statement: Statement, narrowed: boolean | undefined, what: string): readonly Observation[] {
  if (narrowed === true) return [];
  return [
    narrowed === false
      ? finding(statement.path, `${what}, without a condition`)
      : unknown(statement.path, `${what}, under a condition that cannot be read`),
  ];
}
