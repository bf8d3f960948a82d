import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const bucketNoWebsite: Rule = {
  id: 's3-bucket-no-website',
  title: 'no bucket serves a website',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'The website endpoint of S3 speaks HTTP only and knows no caller.',
  fix: 'drop WebsiteConfiguration and serve the bucket through CloudFront with origin access control',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return allowLiteral(
      bucket.property('WebsiteConfiguration'),
      () => false,
      'must be left out: the endpoint has no TLS',
    );
  },
};
