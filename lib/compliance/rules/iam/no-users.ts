import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import type { Json } from '../../template/json';

export const noUsers: Rule = {
  id: 'iam-no-users',
  title: 'no IAM users and no access keys',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A long-lived key works for whoever finds it, until somebody notices; a shared user names nobody.',
  fix: 'let people sign in through IAM Identity Center and workloads take roles',
  resourceTypes: ['AWS::IAM::User', 'AWS::IAM::AccessKey', 'AWS::IAM::UserToGroupAddition'],
  check(resource) {
    const isOff = (value: Json) => value === 'Inactive';
    if (resource.type === 'AWS::IAM::AccessKey') {
      return requireLiteral(resource.property('Status'), isOff, 'must be Inactive: the key does not expire');
    }
    return [finding('Properties', `${resource.type} gives somebody a credential that does not expire`)];
  },
};
