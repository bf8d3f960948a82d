import { Aws, aws_iam as iam } from 'aws-cdk-lib';
import type { DataPerimeter } from './data-perimeter';

/**
 * Own buckets only. Services that answer through AWS's buckets (custom resources) need a statement of their own when they
 * move into the VPC; nothing here does.
 */
export function s3(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = [
    's3:AbortMultipartUpload',
    's3:GetBucketLocation',
    's3:GetObject',
    's3:GetObjectTagging',
    's3:GetObjectVersion',
    's3:GetObjectVersionTagging',
    's3:ListBucket',
    's3:PutObject',
    's3:PutObjectTagging',
  ];
  return [perimeter.allow('UseOwnBuckets', actions, [`arn:${Aws.PARTITION}:s3:::*`])];
}

/**
 * Layers of images come out of a bucket of AWS, by a link that ECR signed: neither the principal nor the bucket is ours.
 * Source: ECR user guide, "Amazon ECR interface VPC endpoints", minimum S3 bucket permissions.
 */
export function imageLayers(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'ReadImageLayers',
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [`arn:${Aws.PARTITION}:s3:::prod-${Aws.REGION}-starport-layer-bucket/*`],
  });
}

export function dynamoDb(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = [
    'dynamodb:BatchGetItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:DescribeTable',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ];
  return [perimeter.allow('UseOwnTables', actions, [perimeter.arn('dynamodb', 'table/*')])];
}

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

export function ecrApi(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    perimeter.allow('PullOwnImages', PULL, [perimeter.arn('ecr', 'repository/*')]),
    perimeter.allowCallers('SignIn', ['ecr:GetAuthorizationToken'], ['*']),
  ];
}

export function ecrDocker(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [perimeter.allow('PullOwnImages', PULL, [perimeter.arn('ecr', 'repository/*')])];
}
