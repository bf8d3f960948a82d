import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const accessPointBucketAccount: Rule = {
  id: 's3-access-point-bucket-account',
  title: 'access points say whose bucket they open',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A bucket that is deleted can be made again, under the same name, by somebody else.',
  fix: 'set BucketAccountId',
  resourceTypes: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint', 'AWS::S3Express::AccessPoint'],
  check(point) {
    const places =
      point.type === 'AWS::S3::MultiRegionAccessPoint'
        ? point.property('Regions').items()
        : [point.property('')];
    return places.flatMap((place) => requirePresent(place.at('BucketAccountId'), 'must name the account'));
  },
};
