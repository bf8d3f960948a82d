import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const URLS = [
  'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
  'SplunkDestinationConfiguration.HECEndpoint',
];

export const destinationHttps: Rule = {
  id: 'kinesisfirehose-destination-https',
  title: 'delivery streams send over HTTPS only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'What is delivered to an HTTP endpoint crosses the network readable.',
  fix: 'give an https URL',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    return URLS.flatMap((path) =>
      allowLiteral(
        stream.property(path),
        (url) => typeof url === 'string' && /^https:\/\//iu.test(url),
        'must be an https URL',
      ),
    );
  },
};
