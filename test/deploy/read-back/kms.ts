import { at, listAt, parseJson, present, textAt } from '../support/json';
import { tags, type Readers } from './reader';

export const kms: Readers = {
  'AWS::KMS::Key': async (aws, KeyId) => {
    const key = await aws.find('kms', 'DescribeKey', { KeyId });
    // a key that waits for its deletion is as good as gone
    if (!key || at(key, 'KeyMetadata', 'KeyState') === 'PendingDeletion') return undefined;
    const rotation = await aws.call('kms', 'GetKeyRotationStatus', { KeyId });
    const policy = await aws.call('kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' });
    const tagged = await aws.call('kms', 'ListResourceTags', { KeyId });
    return present({
      Description: at(key, 'KeyMetadata', 'Description'),
      KeySpec: at(key, 'KeyMetadata', 'KeySpec'),
      EnableKeyRotation: at(rotation, 'KeyRotationEnabled'),
      RotationPeriodInDays: at(rotation, 'RotationPeriodInDays'),
      KeyPolicy: parseJson(textAt(policy, 'Policy')),
      Tags: tags(listAt(tagged, 'Tags'), 'TagKey', 'TagValue'),
    });
  },
};
