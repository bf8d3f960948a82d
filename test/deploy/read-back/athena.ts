import { ACCOUNT, REGION } from '../support/emulator';
import { at, listAt, present } from '../support/json';
import { only, tags, type Readers } from './reader';

export const athena: Readers = {
  'AWS::Athena::WorkGroup': async (aws, WorkGroup) => {
    const listed = await aws.call('athena', 'ListWorkGroups', {});
    if (!listAt(listed, 'WorkGroups').some((each) => at(each, 'Name') === WorkGroup)) return undefined;
    const { WorkGroup: group } = await aws.call('athena', 'GetWorkGroup', { WorkGroup });
    const tagged = await aws.call('athena', 'ListTagsForResource', {
      ResourceARN: `arn:aws:athena:${REGION}:${ACCOUNT}:workgroup/${WorkGroup}`,
    });
    return present({
      Name: at(group, 'Name'),
      Description: at(group, 'Description'),
      State: at(group, 'State'),
      WorkGroupConfiguration: at(group, 'Configuration'),
      Tags: tags(listAt(tagged, 'Tags')),
    });
  },

  'AWS::Athena::NamedQuery': async (aws, id) => {
    const query = only(
      await aws.call('athena', 'BatchGetNamedQuery', { NamedQueryIds: [id] }),
      'NamedQueries',
    );
    return (
      query &&
      present({
        Name: at(query, 'Name'),
        Description: at(query, 'Description'),
        Database: at(query, 'Database'),
        WorkGroup: at(query, 'WorkGroup'),
        QueryString: at(query, 'QueryString'),
      })
    );
  },
};
