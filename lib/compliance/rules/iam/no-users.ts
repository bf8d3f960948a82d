import { finding, type Rule } from '../../rule';

const POLICIES: readonly string[] = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

export const noUsers: Rule = {
  id: 'iam-no-users',
  title: 'no IAM users and no access keys',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A long-lived key works for whoever finds it, until somebody notices; a shared user names nobody.',
  fix: 'let people sign in through IAM Identity Center and workloads take roles; attach policies to roles',
  resourceTypes: [
    'AWS::IAM::User',
    'AWS::IAM::AccessKey',
    'AWS::IAM::UserPolicy',
    'AWS::IAM::UserToGroupAddition',
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
  ],
  check(resource) {
    if (!POLICIES.includes(resource.type)) {
      return [finding('Properties', `${resource.type} gives somebody a credential that does not expire`)];
    }
    const users = resource.property('Users');
    return users.items().length > 0 ? [finding(users.path, 'attaches the policy to users')] : [];
  },
};
