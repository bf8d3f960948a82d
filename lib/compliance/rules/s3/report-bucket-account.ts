import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requirePresent } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';

/** Where reports about the objects of a bucket go. */
const DESTINATIONS: PlacesByType = {
  'AWS::S3::Bucket': [
    'AnalyticsConfigurations[].StorageClassAnalysis.DataExport?.Destination',
    'InventoryConfigurations[].Destination',
  ],
  'AWS::S3Express::DirectoryBucket': ['InventoryConfigurations[].Destination'],
};

export const reportBucketAccount: Rule = {
  id: 's3-report-bucket-account',
  title: 'reports about the objects of a bucket say whose bucket they go to',
  severity: 'warning',
  controls: ['164.312(d)', '164.502(b)'],
  profiles: ['strict'],
  why: 'S3 does not check the owner otherwise: a bucket made again by somebody else gets the names of all objects.',
  fix: 'set BucketAccountId of the destination',
  resourceTypes: typesOf(DESTINATIONS),
  check(bucket) {
    const destinations = placesByType(bucket, DESTINATIONS).filter(({ isPresent }) => isPresent);
    if (destinations.length === 0) return 'not-applicable';
    return destinations.flatMap((destination) =>
      whereThere(destination, (each) => requirePresent(each.at('BucketAccountId'), 'must name the account')),
    );
  },
};
