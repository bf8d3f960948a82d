import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { isLogTarget } from './log-targets';

const PERIODS = [
  'ExpirationInDays',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionExpiration.NoncurrentDays',
];
const days: Parameter<number> = {
  name: 'days',
  description: 'shortest time to expiration, in days',
  default: 30,
};

export const bucketLifecycleKeeps: Rule = {
  id: 's3-bucket-lifecycle-keeps',
  title: 'lifecycle rules keep objects and earlier versions for a month',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'A rule that deletes after a day is how records are lost, by mistake or by somebody who was let in.',
  fix: 'set ExpirationInDays and NoncurrentDays to 30 or more',
  resourceTypes: ['AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket'],
  check(bucket, _template, settings) {
    // access logs that are delivered twice go at once; the record of a trail does not
    if (isLogTarget(bucket)) return 'not-applicable';
    const least = settings.of(days);
    return bucket
      .property('LifecycleConfiguration.Rules')
      .items()
      .filter((rule) => accepts(rule.at('Status'), (status) => status === 'Disabled') !== true)
      .flatMap((rule) =>
        PERIODS.flatMap((path) =>
          allowLiteral(rule.at(path), (value) => numberOf(value) >= least, `must be at least ${least} days`),
        ),
      );
  },
};
