import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { DESTINATIONS, S3_DESTINATIONS } from './destinations';

export const destinationLogged: Rule = {
  id: 'kinesisfirehose-destination-logged',
  title: 'delivery streams log what they could not deliver',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Records that could not be delivered are lost in silence.',
  fix: 'set CloudWatchLoggingOptions.Enabled to true in the destination',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    const destinations = [...new Set([...DESTINATIONS, ...S3_DESTINATIONS])]
      .map((path) => stream.property(path))
      .filter((destination) => destination.isPresent);
    if (destinations.length === 0) return 'not-applicable';
    return destinations.flatMap((destination) =>
      destination
        .alternatives()
        .filter((each) => each.isPresent)
        .flatMap((each) =>
          requireLiteral(each.at('CloudWatchLoggingOptions.Enabled'), isTrue, 'must be true'),
        ),
    );
  },
};
