import { finding, type Rule } from '../../rule';

/** Source: AWS Config developer guide, "Amazon S3 Buckets and AWS Config". */

export const deliveryBucketUnlocked: Rule = {
  id: 'config-delivery-bucket-unlocked',
  title: 'delivery channels write to buckets without a default retention',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'AWS Config cannot deliver into a bucket with a default retention: the history would stay empty.',
  fix: 'deliver to a bucket of its own, without DefaultRetention',
  resourceTypes: ['AWS::Config::DeliveryChannel'],
  check(channel) {
    const bucket = channel.property('S3BucketName');
    return bucket
      .targets()
      .filter((target) => target.property('ObjectLockConfiguration.Rule.DefaultRetention').isPresent)
      .map(({ logicalId }) => finding(bucket.path, `is ${logicalId}, which has a default retention`));
  },
};
