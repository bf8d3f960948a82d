import { onEachAllow } from '../../policy/allow';
import { parseArn } from '../../policy/arn';
import { narrowsBy, narrowsPrincipal } from '../../policy/narrowing';
import { wholeAccount } from '../../policy/principal';
import { asksForSecondFactor } from '../../policy/second-factor';
import { statementsOf } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

export const trustCrossAccountCondition: Rule = {
  id: 'iam-trust-cross-account-condition',
  title: 'a role for another account asks for an external id, an organization or a second factor',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A third party that works for many can be talked into taking the role for somebody else.',
  fix: 'add a condition on sts:ExternalId, aws:PrincipalOrgID or aws:MultiFactorAuthPresent',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, template) {
    return onEachAllow(
      statementsOf(role.property('AssumeRolePolicyDocument'), template),
      ['principal'],
      (statement) => {
        const types = statement.principalTypes;
        const foreign = statement.principals.some((each, index) => types[index] === 'AWS' && isForeign(each));
        if (!foreign) return [];
        const answers = [
          narrowsPrincipal(statement),
          narrowsBy(statement, (key) => key === 'sts:externalid'),
          asksForSecondFactor(statement),
        ];
        if (answers.includes(true)) return [];
        return [
          answers.includes(undefined)
            ? unknown(statement.path, 'trusts another account under a condition that cannot be read')
            : finding(statement.path, 'trusts another account, and no condition says more'),
        ];
      },
    );
  },
};

/** An account written out: the own one is `AWS::AccountId` in a template that fits any. */
function isForeign(principal: string): boolean {
  return /^\d{12}$/u.test(wholeAccount(principal) ?? parseArn(principal)?.account ?? '');
}
