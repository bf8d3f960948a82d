import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';

const PLACES = [
  ['AmazonOpenSearchServerlessDestinationConfiguration', 'VpcConfiguration'],
  ['AmazonopensearchserviceDestinationConfiguration', 'VpcConfiguration'],
  ['ElasticsearchDestinationConfiguration', 'VpcConfiguration'],
  ['SnowflakeDestinationConfiguration', 'SnowflakeVpcConfiguration'],
] as const;

export const destinationInVpc: Rule = {
  id: 'kinesisfirehose-destination-in-vpc',
  title: 'delivery streams reach their destination inside a VPC',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A destination that answers to the internet answers to everybody there.',
  fix: 'set VpcConfiguration, or SnowflakeVpcConfiguration, of the destination',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    const destinations = PLACES.filter(([name]) => stream.property(name).isPresent);
    if (destinations.length === 0) return 'not-applicable';
    return destinations.flatMap(([name, network]) =>
      whereThere(stream.property(name), (each) => requirePresent(each.at(network), 'must be given')),
    );
  },
};
