import { at, listAt, present, textAt } from '../support/json';
import { tags, type Readers } from './reader';

export const iam: Readers = {
  'AWS::IAM::Role': async (aws, RoleName) => {
    const answer = await aws.find('iam', 'GetRole', { RoleName });
    if (!answer) return undefined;
    const role = at(answer, 'Role');
    const inline = await aws.call('iam', 'ListRolePolicies', { RoleName });
    const policies = await Promise.all(
      listAt(inline, 'PolicyNames').map((PolicyName) =>
        aws.call('iam', 'GetRolePolicy', { RoleName, PolicyName }),
      ),
    );
    const attached = await aws.call('iam', 'ListAttachedRolePolicies', { RoleName });
    return present({
      AssumeRolePolicyDocument: at(role, 'AssumeRolePolicyDocument'),
      Description: at(role, 'Description'),
      ManagedPolicyArns: listAt(attached, 'AttachedPolicies').map((policy) => textAt(policy, 'PolicyArn')),
      PermissionsBoundary: at(role, 'PermissionsBoundary', 'PermissionsBoundaryArn'),
      Policies: policies.map((policy) =>
        present({ PolicyName: at(policy, 'PolicyName'), PolicyDocument: at(policy, 'PolicyDocument') }),
      ),
      Tags: tags(listAt(role, 'Tags')),
    });
  },

  'AWS::IAM::ManagedPolicy': async (aws, PolicyArn) => {
    const policy = await aws.find('iam', 'GetPolicy', { PolicyArn });
    if (!policy) return undefined;
    const VersionId = textAt(policy, 'Policy', 'DefaultVersionId');
    const version = await aws.call('iam', 'GetPolicyVersion', { PolicyArn, VersionId });
    const entities = await aws.call('iam', 'ListEntitiesForPolicy', { PolicyArn });
    return {
      ...present({
        Path: at(policy, 'Policy', 'Path'),
        PolicyDocument: at(version, 'PolicyVersion', 'Document'),
        Roles: listAt(entities, 'PolicyRoles').map((role) => textAt(role, 'RoleName')),
      }),
      // CDK writes an empty one, which the API does not answer
      Description: at(policy, 'Policy', 'Description') ?? '',
    };
  },
};
