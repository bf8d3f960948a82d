import { onEachAllow } from '../../policy/allow';
import { statementsOf } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const trustActionsNamed: Rule = {
  id: 'iam-trust-actions-named',
  title: 'a trust policy names how the role may be taken',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A wildcard lets the role be taken in ways nobody looked at, with session tags and names that the caller makes up.',
  fix: 'write sts:AssumeRole, sts:AssumeRoleWithWebIdentity or sts:AssumeRoleWithSAML, and sts:TagSession where it is used',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, template) {
    return onEachAllow(
      statementsOf(role.property('AssumeRolePolicyDocument'), template),
      ['action'],
      (statement) => {
        if (statement.notActions.length > 0 || statement.unreadable.includes('NotAction')) {
          return [finding(`${statement.path}.NotAction`, 'allows every action but those listed')];
        }
        const wild = statement.actions.find((action) => /[*?]/u.test(action));
        return wild === undefined ? [] : [finding(`${statement.path}.Action`, `allows ${wild}`)];
      },
    );
  },
};
