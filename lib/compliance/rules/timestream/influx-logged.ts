import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const influxLogged: Rule = {
  id: 'timestream-influx-logged',
  title: 'instances of InfluxDB deliver their logs to a bucket',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Logs on the instance are gone with it.',
  fix: 'set LogDeliveryConfiguration.S3Configuration with a bucket, and Enabled to true',
  resourceTypes: ['AWS::Timestream::InfluxDBInstance'],
  check(instance) {
    return requireLiteral(
      instance.property('LogDeliveryConfiguration.S3Configuration.Enabled'),
      isTrue,
      'must be true',
    );
  },
};
