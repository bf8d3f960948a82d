import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const influxNotPublic: Rule = {
  id: 'timestream-influx-not-public',
  title: 'instances of InfluxDB have no public address',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A database that the internet can reach is attacked as soon as it is up.',
  fix: 'leave PubliclyAccessible out, or set it to false',
  resourceTypes: ['AWS::Timestream::InfluxDBInstance', 'AWS::Timestream::InfluxDBCluster'],
  check(instance) {
    return allowLiteral(
      instance.property('PubliclyAccessible'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
