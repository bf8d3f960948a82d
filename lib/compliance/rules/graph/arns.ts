import type { Resource } from '../../template/resource';

const PARTITIONS = ['${AWS::Partition}', 'aws', 'aws-us-gov'];

/** Every way a template may write the ARN of a resource whose name, or logical id, is the last part of it. */
export function arnsOf(
  { logicalId }: Resource,
  service: string,
  prefix: string,
  names: readonly string[],
): readonly string[] {
  return [
    `\${${logicalId}.Arn}`,
    `\${${logicalId}}`,
    ...[...names, `\${${logicalId}}`].flatMap((name) =>
      PARTITIONS.map(
        (partition) => `arn:${partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${prefix}${name}`,
      ),
    ),
  ];
}
