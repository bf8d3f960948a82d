import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const accessPointMetered: Rule = {
  id: 's3objectlambda-access-point-metered',
  title: 'access points of Object Lambda report to CloudWatch',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Failed transformations are objects that left unredacted, or did not leave at all: somebody must see them.',
  fix: 'set ObjectLambdaConfiguration.CloudWatchMetricsEnabled to true',
  resourceTypes: ['AWS::S3ObjectLambda::AccessPoint'],
  check(point) {
    return requireLiteral(
      point.property('ObjectLambdaConfiguration.CloudWatchMetricsEnabled'),
      isTrue,
      'must be true',
    );
  },
};
