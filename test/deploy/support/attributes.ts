import type { Aws } from './aws';
import type { DeployedResource } from './deployed';
import { ACCOUNT, REGION } from './emulator';
import { textAt } from './json';

type Attribute = (physicalId: string, aws: Aws) => string | Promise<string>;

/** What `Fn::GetAtt` stands for, worked out here and not asked of the emulator's CloudFormation. */
const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  'AWS::Bedrock::ApplicationInferenceProfile.InferenceProfileArn': profileArn,
  'AWS::Bedrock::ApplicationInferenceProfile.InferenceProfileId': (id) => id.slice(id.indexOf('/') + 1),
  'AWS::Bedrock::Guardrail.GuardrailArn': (id) => id,
  'AWS::Bedrock::Guardrail.GuardrailId': (id) => id.slice(id.indexOf('/') + 1),
  'AWS::Bedrock::GuardrailVersion.Version': (id) => id.slice(id.indexOf('|') + 1),
  'AWS::EC2::SecurityGroup.GroupId': (id) => id,
  'AWS::EC2::VPC.CidrBlock': async (id, aws) =>
    textAt(await aws.call('ec2', 'DescribeVpcs', { VpcIds: [id] }), 'Vpcs', 0, 'CidrBlock'),
  'AWS::EC2::VPC.DefaultSecurityGroup': (id, aws) => defaultSecurityGroup(aws, id),
  'AWS::Events::Rule.Arn': (id) => `arn:aws:events:${REGION}:${ACCOUNT}:rule/${id}`,
  'AWS::IAM::Role.Arn': (id) => `arn:aws:iam::${ACCOUNT}:role/${id}`,
  'AWS::KMS::Key.Arn': (id) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`,
  'AWS::Lambda::Function.Arn': (id) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${id}`,
  'AWS::Logs::LogGroup.Arn': (id) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${id}:*`,
  'AWS::S3::Bucket.Arn': (id) => `arn:aws:s3:::${id}`,
  'AWS::SecretsManager::Secret.Id': async (id, aws) =>
    textAt(await aws.call('secretsmanager', 'DescribeSecret', { SecretId: id }), 'ARN'),
  'AWS::SNS::Topic.TopicName': (id) => id.slice(id.lastIndexOf(':') + 1),
};

export async function attributeOf(
  aws: Aws,
  { type, physicalId }: DeployedResource,
  name: string,
): Promise<string> {
  const attribute = ATTRIBUTES[`${type}.${name}`];
  if (attribute === undefined) throw new Error(`${type}.${name} is not resolved here; add it`);
  return attribute(physicalId, aws);
}

function profileArn(id: string): string {
  return id.startsWith('arn:')
    ? id
    : `arn:aws:bedrock:${REGION}:${ACCOUNT}:application-inference-profile/${id}`;
}

async function defaultSecurityGroup(aws: Aws, vpc: string): Promise<string> {
  const filters = [
    { Name: 'vpc-id', Values: [vpc] },
    { Name: 'group-name', Values: ['default'] },
  ];
  return textAt(
    await aws.call('ec2', 'DescribeSecurityGroups', { Filters: filters }),
    'SecurityGroups',
    0,
    'GroupId',
  );
}
