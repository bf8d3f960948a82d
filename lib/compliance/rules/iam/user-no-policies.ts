import { finding, type Rule } from '../../rule';

/** Where each type gives a user permissions of its own. */
const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::IAM::User', ['Policies', 'ManagedPolicyArns']],
  ['AWS::IAM::Policy', ['Users']],
  ['AWS::IAM::ManagedPolicy', ['Users']],
  ['AWS::IAM::UserPolicy', ['UserName']],
]);

export const userNoPolicies: Rule = {
  id: 'iam-user-no-policies',
  title: 'no user has policies of its own',
  severity: 'error',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'Permissions given person by person outlast the work they were for: nobody reviews them together.',
  fix: 'attach policies to roles, or to groups',
  resourceTypes: ['AWS::IAM::User', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::UserPolicy'],
  check(resource) {
    return (PROPERTIES.get(resource.type) ?? []).flatMap((name) => {
      const property = resource.property(name);
      return property.items().length > 0
        ? [finding(property.path, 'gives a user permissions of its own')]
        : [];
    });
  },
};
