import { finding, type Rule } from '../../rule';

export const userInGroup: Rule = {
  id: 'iam-user-in-group',
  title: 'every user is in a group',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(C)'],
  profiles: ['strict'],
  why: 'What a user may do should follow from the work that a group stands for.',
  fix: 'set Groups, or add the user by AWS::IAM::UserToGroupAddition',
  resourceTypes: ['AWS::IAM::User'],
  check(user, template) {
    const groups = user.property('Groups');
    if (groups.alternatives().every((each) => each.items().length > 0)) return [];
    const names = user.property('UserName').texts();
    const isAdded = template.assembly.resourcesOf('AWS::IAM::UserToGroupAddition').some((addition) =>
      addition
        .property('Users')
        .items()
        .some((each) => each.targets().includes(user) || each.texts().some((name) => names.includes(name))),
    );
    return isAdded ? [] : [finding(groups.path, 'is empty: the user is in no group')];
  },
};
