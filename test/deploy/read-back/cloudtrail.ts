import { at, listAt, present, textAt } from '../support/json';
import { tags, type Readers } from './reader';

export const cloudtrail: Readers = {
  'AWS::CloudTrail::Trail': async (aws, Name) => {
    const answer = await aws.find('cloudtrail', 'GetTrail', { Name });
    if (!answer) return undefined;
    const trail = at(answer, 'Trail');
    const status = await aws.call('cloudtrail', 'GetTrailStatus', { Name });
    const selectors = await aws.call('cloudtrail', 'GetEventSelectors', { TrailName: Name });
    const tagged = await aws.call('cloudtrail', 'ListTags', { ResourceIdList: [textAt(trail, 'TrailARN')] });
    return present({
      TrailName: at(trail, 'Name'),
      S3BucketName: at(trail, 'S3BucketName'),
      KMSKeyId: at(trail, 'KmsKeyId'),
      CloudWatchLogsLogGroupArn: at(trail, 'CloudWatchLogsLogGroupArn'),
      CloudWatchLogsRoleArn: at(trail, 'CloudWatchLogsRoleArn'),
      EnableLogFileValidation: at(trail, 'LogFileValidationEnabled'),
      IncludeGlobalServiceEvents: at(trail, 'IncludeGlobalServiceEvents'),
      IsMultiRegionTrail: at(trail, 'IsMultiRegionTrail'),
      IsLogging: at(status, 'IsLogging'),
      AdvancedEventSelectors: at(selectors, 'AdvancedEventSelectors'),
      Tags: tags(listAt(tagged, 'ResourceTagList', 0, 'TagsList')),
    });
  },
};
