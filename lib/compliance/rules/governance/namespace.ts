/** `S3` of `AWS::S3::Bucket`; undefined for custom resources and types that AWS does not make. */
export function awsNamespace(type: string): string | undefined {
  const [vendor, namespace, name] = type.split('::');
  return vendor === 'AWS' && name !== undefined ? namespace : undefined;
}
