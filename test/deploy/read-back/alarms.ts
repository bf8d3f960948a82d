import { at, capitalized, listAt, parseJson, present, textAt } from '../support/json';
import { only, tags, type Readers } from './reader';

const FAILURE_ROLES = {
  firehose: 'FirehoseFailureFeedbackRoleArn',
  'http/s': 'HTTPFailureFeedbackRoleArn',
  lambda: 'LambdaFailureFeedbackRoleArn',
  sqs: 'SQSFailureFeedbackRoleArn',
} as const;

export const alarms: Readers = {
  'AWS::SNS::Topic': async (aws, TopicArn) => {
    const answer = await aws.find('sns', 'GetTopicAttributes', { TopicArn });
    if (!answer) return undefined;
    const attributes = at(answer, 'Attributes');
    const tagged = await aws.call('sns', 'ListTagsForResource', { ResourceArn: TopicArn });
    return present({
      KmsMasterKeyId: at(attributes, 'KmsMasterKeyId'),
      SignatureVersion: at(attributes, 'SignatureVersion'),
      DeliveryStatusLogging: Object.entries(FAILURE_ROLES).flatMap(([Protocol, name]) => {
        const role = at(attributes, name);
        return role === undefined ? [] : [{ Protocol, FailureFeedbackRoleArn: role }];
      }),
      Tags: tags(listAt(tagged, 'Tags')),
    });
  },

  'AWS::SNS::TopicPolicy': async (aws, _, properties) => {
    const [TopicArn = ''] = listAt(properties, 'Topics').map(String);
    const answer = await aws.find('sns', 'GetTopicAttributes', { TopicArn });
    const policy = at(answer, 'Attributes', 'Policy');
    if (typeof policy !== 'string') return undefined;
    return { Topics: [TopicArn], PolicyDocument: parseJson(policy) };
  },

  'AWS::CloudWatch::Alarm': async (aws, name) => {
    const answer = await aws.call('cloudwatch', 'DescribeAlarms', { AlarmNames: [name] });
    const alarm = only(answer, 'MetricAlarms');
    if (!alarm) return undefined;
    const ResourceARN = textAt(alarm, 'AlarmArn');
    const tagged = await aws.call('cloudwatch', 'ListTagsForResource', { ResourceARN });
    return { ...alarm, Tags: tags(listAt(tagged, 'Tags')) };
  },

  'AWS::Logs::MetricFilter': async (aws, filterNamePrefix, properties) => {
    const logGroupName = textAt(properties, 'LogGroupName');
    const answer = await aws.call('logs', 'DescribeMetricFilters', { logGroupName, filterNamePrefix });
    const filter = only(answer, 'metricFilters');
    if (!filter) return undefined;
    return present({
      LogGroupName: at(filter, 'logGroupName'),
      FilterPattern: at(filter, 'filterPattern'),
      MetricTransformations: listAt(filter, 'metricTransformations').map(capitalized),
    });
  },
};
