import { companions } from '../cloudformation/companions';
import type { Resource } from '../../template/resource';

const loggedBuckets = companions(
  ['AWS::S3::Bucket'],
  (bucket) => bucket.property('LoggingConfiguration.DestinationBucketName'),
  'BucketName',
);
const classicBalancers = companions(
  ['AWS::ElasticLoadBalancing::LoadBalancer'],
  (balancer) => balancer.property('AccessLoggingPolicy.S3BucketName'),
  'BucketName',
);
const balancers = companions(
  ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  (balancer) => {
    const attributes = balancer.property('LoadBalancerAttributes').items();
    const bucket = attributes.find((attribute) =>
      attribute.at('Key').texts().includes('access_logs.s3.bucket'),
    );
    return bucket?.at('Value') ?? balancer.property('LoadBalancerAttributes.none');
  },
  'BucketName',
);

/**
 * Whether a bucket receives the access logs of another bucket or of a load balancer. Both deliver to buckets with SSE-S3
 * only, and what they deliver holds no PHI. A bucket that logs into itself is no such bucket.
 * Source: S3 user guide, "Logging requests with server access logging"; Elastic Load Balancing user guide, "Access logs".
 */
export function isLogTarget(bucket: Resource): boolean {
  return (
    loggedBuckets(bucket).some((other) => other !== bucket) ||
    balancers(bucket).length > 0 ||
    classicBalancers(bucket).length > 0
  );
}
