import { parseArn } from '../../policy/arn';

/**
 * Buckets of AWS that its services read and write on a customer's behalf, so that neither the caller's nor the owner's
 * account can be a condition. Source: ECR user guide, "Amazon S3 gateway endpoint"; CloudFormation user guide, "VPC
 * endpoints for CloudFormation"; Systems Manager user guide, "SSM Agent communications with AWS managed S3 buckets".
 */
const NAMES = [
  /^prod-[^*?]+-starport-layer-bucket$/u,
  /^cloudformation-(?:custom-resource-response|waitcondition)-[^*?]+$/u,
  /^(?:aws-ssm|amazon-ssm|aws-windows-downloads|patch-baseline-snapshot)-[^*?]+$/u,
];

/** True when an ARN pattern reaches such buckets only. */
export function isAwsBucket(pattern: string): boolean {
  const arn = parseArn(pattern);
  const [bucket = ''] = arn?.resource.split('/') ?? [];
  return arn?.service === 's3' && NAMES.some((name) => name.test(bucket));
}
