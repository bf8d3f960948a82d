import type { Examples } from '../example';

export const s3objectlambdaExamples: Examples = {
  's3objectlambda-access-point-metered': {
    bad: `
Redacted:
  Type: AWS::S3ObjectLambda::AccessPoint
  Properties:
    ObjectLambdaConfiguration:
      SupportingAccessPoint: arn:aws:s3:us-east-1:111122223333:accesspoint/records
`,
    good: `
Redacted:
  Type: AWS::S3ObjectLambda::AccessPoint
  Properties:
    ObjectLambdaConfiguration:
      SupportingAccessPoint: arn:aws:s3:us-east-1:111122223333:accesspoint/records
      CloudWatchMetricsEnabled: true
`,
  },
  's3objectlambda-access-point-policy-not-public': {
    bad: `
Policy:
  Type: AWS::S3ObjectLambda::AccessPointPolicy
  Properties:
    ObjectLambdaAccessPoint: redacted
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3-object-lambda:GetObject
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3ObjectLambda::AccessPointPolicy
  Properties:
    ObjectLambdaAccessPoint: redacted
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: 
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3-object-lambda:GetObject
          Resource: '*'
`,
  },
};
