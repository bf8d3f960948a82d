import { onEachAllow } from '../../policy/allow';
import { isWholeService } from '../../policy/pattern';
import { statementsOf } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

export const userPolicy: Rule = {
  id: 'transfer-user-policy',
  title: 'session policies of file transfer users name what they may do',
  severity: 'warning',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'All users of a partner share a role; what a session policy leaves open, each of them may do to the files of the others.',
  fix: 'name the actions of S3 or EFS that the user needs, on ${transfer:HomeDirectory}',
  resourceTypes: ['AWS::Transfer::User'],
  check(user, template) {
    const policy = user.property('Policy');
    if (!policy.isPresent) return 'not-applicable';
    return onEachAllow(statementsOf(policy, template), ['action'], ({ path, actions, notActions }) =>
      notActions.length > 0 || actions.some(isWholeService) ? [finding(path, 'allows whole services')] : [],
    );
  },
};
