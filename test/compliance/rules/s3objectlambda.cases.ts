import { accessPointMetered } from '../../../lib/compliance/rules/s3objectlambda/access-point-metered';
import { accessPointPolicyNotPublic } from '../../../lib/compliance/rules/s3objectlambda/access-point-policy-not-public';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const POINT = 'AWS::S3ObjectLambda::AccessPoint';
const metered = (value: Json) =>
  subject(POINT, { ObjectLambdaConfiguration: { CloudWatchMetricsEnabled: value } });
const policied = (principal: Json) =>
  subject('AWS::S3ObjectLambda::AccessPointPolicy', {
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3-object-lambda:GetObject' }],
    },
  });

export const s3objectlambdaCases = [
  casesOf(accessPointMetered, {
    'metrics is compliant': metered(true),
    'no metrics is a finding': seen(
      subject(POINT),
      'Properties.ObjectLambdaConfiguration.CloudWatchMetricsEnabled',
    ),
    'metrics turned off is a finding': metered(false),
    'metrics left to a parameter is unknown': metered(OPEN),
  }),
  casesOf(accessPointPolicyNotPublic, {
    'a named principal is compliant': policied({ AWS: 'arn:aws:iam::111122223333:role/reader' }),
    'everybody is a finding': seen(policied('*'), 'Properties.PolicyDocument.Statement.0'),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
];
