// Templates for `check` and its peers: each a small application as people write it, half of it with weaknesses, in JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const arn = (id) => ({ 'Fn::GetAtt': [id, 'Arn'] });

function unit(n, good) {
  const id = (name) => `${name}${n}`;
  return {
    [id('Key')]: {
      Type: 'AWS::KMS::Key',
      Properties: {
        EnableKeyRotation: good,
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
              Action: 'kms:*',
              Resource: '*',
            },
          ],
        },
      },
    },
    [id('Bucket')]: {
      Type: 'AWS::S3::Bucket',
      Properties: good
        ? {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                {
                  ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn(id('Key')) },
                },
              ],
            },
            VersioningConfiguration: { Status: 'Enabled' },
            PublicAccessBlockConfiguration: {
              BlockPublicAcls: true,
              BlockPublicPolicy: true,
              IgnorePublicAcls: true,
              RestrictPublicBuckets: true,
            },
          }
        : {},
    },
    [id('Policy')]: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: id('Bucket') },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [arn(id('Bucket')), { 'Fn::Sub': `\${${id('Bucket')}.Arn}/*` }],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
    [id('Table')]: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: good },
      },
    },
    [id('Role')]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
        Policies: [
          {
            PolicyName: 'data',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Action: good ? ['dynamodb:GetItem', 'dynamodb:PutItem'] : ['dynamodb:*'],
                  Resource: good ? arn(id('Table')) : '*',
                },
                {
                  Effect: 'Allow',
                  Action: ['s3:GetObject'],
                  Resource: { 'Fn::Sub': `\${${id('Bucket')}.Arn}/*` },
                },
              ],
            },
          },
        ],
      },
    },
    [id('Function')]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: arn(id('Role')),
        Code: { ZipFile: 'exports.handler = async () => undefined;' },
        Environment: { Variables: { TABLE: { Ref: id('Table') } } },
      },
    },
    [id('Queue')]: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: arn(id('Key')) } },
    [id('Topic')]: { Type: 'AWS::SNS::Topic', Properties: good ? { KmsMasterKeyId: arn(id('Key')) } : {} },
  };
}

/** Writes `count` templates of three applications each and returns how many resources they have. */
export function writeTemplates(directory, count) {
  mkdirSync(directory, { recursive: true });
  let resources = 0;
  for (let n = 0; n < count; n += 1) {
    const Resources = { ...unit(1, n % 2 === 0), ...unit(2, n % 3 === 0), ...unit(3, true) };
    resources += Object.keys(Resources).length;
    const template = { AWSTemplateFormatVersion: '2010-09-09', Description: `Application ${n}`, Resources };
    writeFileSync(path.join(directory, `app-${n}.template.json`), JSON.stringify(template, undefined, 2));
  }
  return resources;
}
