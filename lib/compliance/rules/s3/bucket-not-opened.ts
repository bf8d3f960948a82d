import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

/** A block that is given turns off what it leaves out. Source: S3 API reference, "PutPublicAccessBlock". */
const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

export const bucketNotOpened: Rule = {
  id: 's3-bucket-not-opened',
  title: 'no bucket takes back the block on public access',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'S3 blocks public access to new buckets; a switch turned off lets one mistaken policy or ACL publish all of them.',
  fix: 'set all four switches of PublicAccessBlockConfiguration to true, or leave it out',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const block = bucket.property('PublicAccessBlockConfiguration');
    return block
      .alternatives()
      .flatMap((each) =>
        each.values.every(({ kind }) => kind === 'absent')
          ? []
          : SWITCHES.flatMap((name) => requireLiteral(each.at(name), isTrue, 'must be true')),
      );
  },
};
