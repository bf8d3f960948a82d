import { customerKey } from '../../../lib/compliance/rules/comprehend/customer-key';
import { inVpc } from '../../../lib/compliance/rules/comprehend/in-vpc';
import { modelNotPublic } from '../../../lib/compliance/rules/comprehend/model-not-public';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const CLASSIFIER = 'AWS::Comprehend::DocumentClassifier';
const RECOGNIZER = 'AWS::Comprehend::EntityRecognizer';
const FLYWHEEL = 'AWS::Comprehend::Flywheel';
const KEY = { Key: resource('AWS::KMS::Key') };

const keyed = (change: JsonObject = {}) =>
  subject(CLASSIFIER, { ModelKmsKeyId: arn('Key'), VolumeKmsKeyId: arn('Key'), ...change }, KEY);
const inSubnets = (subnets: Json) =>
  subject(CLASSIFIER, { VpcConfig: { SecurityGroupIds: [], Subnets: subnets } });
const policy = (principal: Json) =>
  subject(RECOGNIZER, {
    ModelPolicy: JSON.stringify({
      Statement: { Effect: 'Allow', Principal: principal, Action: 'comprehend:ImportModel', Resource: '*' },
    }),
  });

export const comprehendCases = [
  casesOf(customerKey, {
    'keys of the same stack is compliant': keyed(),
    'a flywheel with all its keys is compliant': subject(
      FLYWHEEL,
      {
        DataSecurityConfig: {
          DataLakeKmsKeyId: arn('Key'),
          ModelKmsKeyId: arn('Key'),
          VolumeKmsKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
        },
      },
      KEY,
    ),
    'no keys is a finding': seen(
      subject(RECOGNIZER),
      'Properties.ModelKmsKeyId',
      'Properties.VolumeKmsKeyId',
    ),
    'an output without a key is a finding': seen(
      keyed({ OutputDataConfig: { S3Uri: 's3://b' } }),
      'Properties.OutputDataConfig.KmsKeyId',
    ),
    'a flywheel without keys is a finding': seen(
      subject(FLYWHEEL),
      'Properties.DataSecurityConfig.DataLakeKmsKeyId',
      'Properties.DataSecurityConfig.ModelKmsKeyId',
      'Properties.DataSecurityConfig.VolumeKmsKeyId',
    ),
    'a key left to a parameter is unknown': keyed({ VolumeKmsKeyId: OPEN }),
  }),
  casesOf(inVpc, {
    'subnets is compliant': inSubnets([ref('Subject')]),
    'no VPC is a finding': seen(subject(CLASSIFIER), 'Properties.VpcConfig.Subnets'),
    'a flywheel without a VPC is a finding': seen(
      subject(FLYWHEEL),
      'Properties.DataSecurityConfig.VpcConfig.Subnets',
    ),
    'no subnets is a finding': inSubnets([]),
    'a VPC in one branch is a finding': subject(CLASSIFIER, {
      VpcConfig: either({ Subnets: ['subnet-1'] }, NOTHING),
    }),
    'subnets left to a parameter is unknown': inSubnets(OPEN),
  }),
  casesOf(modelNotPublic, {
    'no policy is compliant': subject(RECOGNIZER),
    'a named account is compliant': policy({ AWS: '111122223333' }),
    'everybody is a finding': seen(policy('*'), 'Properties.ModelPolicy.Statement'),
    'a policy left to a parameter is unknown': subject(RECOGNIZER, { ModelPolicy: OPEN }),
  }),
];
