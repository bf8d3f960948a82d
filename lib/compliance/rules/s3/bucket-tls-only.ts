import { finding, unknown, type Judgement, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { arnsOfName, bucketArns } from './bucket-arn';
import { bucketPolicies, hasItsBucket, mayHaveAPolicy } from './bucket-policies';
import { refusesHttp, refusesSomeHttp } from './refuses-http';

export const bucketTlsOnly: Rule = {
  id: 's3-bucket-tls-only',
  title: 'bucket policies refuse requests without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'S3 still answers plain HTTP; PHI and signatures would cross the network readable.',
  fix: 'add to the bucket policy: Deny, Principal *, s3:*, on the bucket and its objects, Bool aws:SecureTransport = false',
  resourceTypes: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  check(resource) {
    return resource.type === 'AWS::S3::Bucket' ? ofBucket(resource) : ofLonePolicy(resource);
  },
};

function ofBucket(bucket: Resource): Judgement {
  const arns = bucketArns(bucket);
  const answers = bucketPolicies(bucket).map((policy) => refusesHttp(policy, arns));
  if (answers.includes(true)) return [];
  return answers.includes(undefined) || (answers.length === 0 && mayHaveAPolicy(bucket))
    ? [unknown('Properties', 'has a bucket policy that cannot be read; it must deny requests without TLS')]
    : [
        finding(
          'Properties',
          'has no bucket policy that denies everybody requests without TLS, on bucket and objects',
        ),
      ];
}

/** A policy of a bucket that is not in the assembly is all that can be judged. */
function ofLonePolicy(policy: Resource): Judgement {
  if (hasItsBucket(policy)) return 'not-applicable';
  const path = 'Properties.PolicyDocument';
  const bucket = policy.property('Bucket');
  const isNamed = bucket.values.every(({ kind }) => kind !== 'unknown');
  const arns = isNamed ? bucket.texts().flatMap(arnsOfName) : [];
  const refuses = isNamed ? refusesHttp(policy, arns) : refusesSomeHttp(policy);
  if (refuses === false)
    return [finding(path, 'does not deny everybody requests without TLS, on bucket and objects')];
  return refuses === true && isNamed
    ? []
    : [unknown(path, 'cannot be tied to its bucket; it must deny requests without TLS')];
}
