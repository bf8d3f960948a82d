const VENDOR = 'AWS::';

/** `S3` of `AWS::S3::Bucket`; undefined for custom resources and types that AWS does not make. */
export function awsNamespace(type: string): string | undefined {
  // asked of every resource: no list is made of the parts
  if (!type.startsWith(VENDOR)) return undefined;
  const end = type.indexOf('::', VENDOR.length);
  return end < 0 ? undefined : type.slice(VENDOR.length, end);
}
