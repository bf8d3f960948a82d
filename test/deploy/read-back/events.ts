import { parseJson, at, listAt, present, textAt } from '../support/json';
import { tags, type Readers } from './reader';

export const events: Readers = {
  'AWS::Events::Rule': async (aws, Name) => {
    const rule = await aws.find('events', 'DescribeRule', { Name });
    if (!rule) return undefined;
    const { Targets = [] } = await aws.call('events', 'ListTargetsByRule', { Rule: Name });
    const tagged = await aws.call('events', 'ListTagsForResource', { ResourceARN: textAt(rule, 'Arn') });
    return present({
      Description: at(rule, 'Description'),
      ScheduleExpression: at(rule, 'ScheduleExpression'),
      State: at(rule, 'State'),
      Tags: tags(listAt(tagged, 'Tags')),
      Targets,
    });
  },

  'AWS::Lambda::Permission': async (aws, _, properties) => {
    const FunctionName = textAt(properties, 'FunctionName');
    const answer = await aws.find('lambda', 'GetPolicy', { FunctionName });
    const document = answer === undefined ? null : parseJson(textAt(answer, 'Policy'));
    const statement = listAt(document, 'Statement').find(
      (each) => at(each, 'Condition', 'ArnLike', 'AWS:SourceArn') === at(properties, 'SourceArn'),
    );
    if (statement === undefined || at(statement, 'Effect') !== 'Allow') return undefined;
    return present({
      Action: at(statement, 'Action'),
      FunctionName: at(statement, 'Resource'),
      Principal: at(statement, 'Principal', 'Service'),
      SourceArn: at(statement, 'Condition', 'ArnLike', 'AWS:SourceArn'),
    });
  },
};
