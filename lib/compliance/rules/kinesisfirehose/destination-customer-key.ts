import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';
import { S3_DESTINATIONS } from './destinations';

export const destinationCustomerKey: Rule = {
  id: 'kinesisfirehose-destination-customer-key',
  title: 'delivery streams write to S3 under a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under the key of the bucket alone, what is delivered is as open as everything else in it.',
  fix: 'set EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN in each S3 destination',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    const destinations = S3_DESTINATIONS.map((path) => stream.property(path)).filter(
      (destination) => destination.isPresent,
    );
    if (destinations.length === 0) return 'not-applicable';
    return destinations.flatMap((destination) =>
      destination
        .alternatives()
        .filter((each) => each.isPresent)
        .flatMap((each) =>
          requireCustomerKey(each.at('EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN')),
        ),
    );
  },
};
