import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

/** Source: S3 user guide, "Maintenance for table buckets": unreferenced files go after 3 days, their versions 10 later. */
const days: Parameter<number> = {
  name: 'days',
  description: 'shortest time for which removed files stay noncurrent, in days',
  default: 10,
};

export const bucketFilesKept: Rule = {
  id: 's3tables-bucket-files-kept',
  title: 'table buckets keep removed files for the time that AWS does by default',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'Files that a faulty write left out of a table can be brought back until they are gone.',
  fix: 'leave UnreferencedFileRemoval.NoncurrentDays out, or set it to 10 or more',
  resourceTypes: ['AWS::S3Tables::TableBucket'],
  check(bucket, _template, settings) {
    const least = settings.of(days);
    return allowLiteral(
      bucket.property('UnreferencedFileRemoval.NoncurrentDays'),
      (value) => numberOf(value) >= least,
      `must be at least ${least}`,
    );
  },
};
