import { finding, type Rule } from '../../rule';

const PRINCIPALS: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

export const noInlinePolicy: Rule = {
  id: 'iam-no-inline-policy',
  title: 'policies are managed, not written into their principals',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(C)'],
  profiles: ['strict'],
  why: 'An inline policy has no version to go back to, and is reviewed one principal at a time.',
  fix: 'use AWS::IAM::ManagedPolicy and attach it',
  resourceTypes: [
    'AWS::IAM::Role',
    'AWS::IAM::User',
    'AWS::IAM::Group',
    'AWS::IAM::Policy',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::UserPolicy',
    'AWS::IAM::GroupPolicy',
  ],
  check(resource) {
    if (!PRINCIPALS.includes(resource.type)) return [finding('Properties', 'is an inline policy')];
    const policies = resource.property('Policies');
    return policies.items().length > 0 ? [finding(policies.path, 'holds inline policies')] : [];
  },
};
