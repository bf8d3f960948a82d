import { finding, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';

export const groupHasUsers: Rule = {
  id: 'iam-group-has-users',
  title: 'every group has users',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(C)'],
  profiles: ['strict'],
  why: 'An empty group keeps permissions ready for whoever is put into it unseen.',
  fix: 'add users by AWS::IAM::UserToGroupAddition or Groups of the user, or delete the group',
  resourceTypes: ['AWS::IAM::Group'],
  check(group, template) {
    const { assembly } = template;
    const isMeant = (resource: Resource, property: string) =>
      resource
        .property(property)
        .items()
        .some(
          (each) =>
            each.targets().includes(group) ||
            each.texts().some((name) => group.property('GroupName').texts().includes(name)),
        );
    const hasUsers =
      assembly.resourcesOf('AWS::IAM::User').some((user) => isMeant(user, 'Groups')) ||
      assembly
        .resourcesOf('AWS::IAM::UserToGroupAddition')
        .some((addition) => isMeant(addition, 'GroupName'));
    return hasUsers ? [] : [finding('Properties', 'has no users in this assembly')];
  },
};
