import type { Aws } from '../support/aws';
import { at, listAt, present, textAt, type Json } from '../support/json';
import { tagsOfMap, type Readers } from './reader';

export const lambda: Readers = {
  'AWS::Lambda::Function': async (aws, FunctionName, properties) => {
    const answer = await aws.find('lambda', 'GetFunction', { FunctionName });
    if (!answer) return undefined;
    const configuration = at(answer, 'Configuration');
    const reserved = await aws.call('lambda', 'GetFunctionConcurrency', { FunctionName });
    const vpc = at(configuration, 'VpcConfig');
    return present({
      Architectures: at(configuration, 'Architectures'),
      Code: await codeIfPublished(aws, at(configuration, 'CodeSize'), at(properties, 'Code')),
      Description: at(configuration, 'Description'),
      Environment: at(configuration, 'Environment'),
      Handler: at(configuration, 'Handler'),
      KmsKeyArn: at(configuration, 'KMSKeyArn'),
      LoggingConfig: at(configuration, 'LoggingConfig'),
      MemorySize: at(configuration, 'MemorySize'),
      ReservedConcurrentExecutions: at(reserved, 'ReservedConcurrentExecutions'),
      Role: at(configuration, 'Role'),
      Runtime: at(configuration, 'Runtime'),
      Tags: tagsOfMap(at(answer, 'Tags')),
      Timeout: at(configuration, 'Timeout'),
      VpcConfig: present({
        SubnetIds: listAt(vpc, 'SubnetIds'),
        SecurityGroupIds: listAt(vpc, 'SecurityGroupIds'),
      }),
    });
  },
};

/** A function does not say where its code came from: it is the published asset if that has its size. */
async function codeIfPublished(
  aws: Aws,
  size: Json | undefined,
  code: Json | undefined,
): Promise<Json | undefined> {
  const asset = { Bucket: textAt(code, 'S3Bucket'), Key: textAt(code, 'S3Key') };
  const object = await aws.find('s3', 'HeadObject', asset);
  return at(object, 'ContentLength') === size ? code : undefined;
}
