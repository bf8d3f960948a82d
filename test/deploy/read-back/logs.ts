import { at, listAt, present, textAt } from '../support/json';
import { tagsOfMap, type Readers } from './reader';

export const logs: Readers = {
  'AWS::Logs::LogGroup': async (aws, name) => {
    const answer = await aws.call('logs', 'DescribeLogGroups', { logGroupNamePrefix: name });
    const group = listAt(answer, 'logGroups').find((one) => at(one, 'logGroupName') === name);
    if (group === undefined) return undefined;
    const resourceArn = textAt(group, 'arn').replace(/:\*$/u, '');
    const tagged = await aws.call('logs', 'ListTagsForResource', { resourceArn });
    return present({
      LogGroupName: at(group, 'logGroupName'),
      KmsKeyId: at(group, 'kmsKeyId'),
      RetentionInDays: at(group, 'retentionInDays'),
      Tags: tagsOfMap(at(tagged, 'tags')),
    });
  },

  'AWS::Logs::ResourcePolicy': async (aws, name) => {
    const answer = await aws.call('logs', 'DescribeResourcePolicies', {});
    const policy = listAt(answer, 'resourcePolicies').find((one) => at(one, 'policyName') === name);
    return policy === undefined
      ? undefined
      : present({ PolicyName: at(policy, 'policyName'), PolicyDocument: at(policy, 'policyDocument') });
  },
};
