const MULTI_REGION_ARN = /^(arn:[^:]+:kms:)[^:]+(:\d+:key\/mrk-[0-9a-f]+)$/u;

/** Whether two ARNs are of one KMS key: a multi-Region key and its replicas have one id and differ by Region only. */
export function isSameKey(one: string, other: string): boolean {
  if (one === other) return true;
  const withoutRegion = one.replace(MULTI_REGION_ARN, '$1$2');
  return withoutRegion !== one && withoutRegion === other.replace(MULTI_REGION_ARN, '$1$2');
}
