import { finding, type Rule } from '../../rule';
import { arnCompanions } from '../cloudformation/arn-companions';
import { configurationOf, DISTRIBUTION } from './behaviours';

const deliveries = arnCompanions(['AWS::Logs::DeliverySource'], (source) => source.property('ResourceArn'));

export const accessLogs: Rule = {
  id: 'cloudfront-access-logs',
  title: 'distributions log each request',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'What is answered from the edge never reaches a log of yours otherwise.',
  fix: 'set Logging.Bucket, or add an AWS::Logs::DeliverySource with the ARN of the distribution',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    const bucket = configurationOf(distribution).at('Logging.Bucket');
    const isSet = bucket.values.every(
      (value) => value.kind !== 'absent' && !(value.kind === 'literal' && value.value === ''),
    );
    return isSet || deliveries(distribution).length > 0 ? [] : [finding(bucket.path, 'names no bucket')];
  },
};
