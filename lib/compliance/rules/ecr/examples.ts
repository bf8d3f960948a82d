import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const repository = (...lines: readonly string[]) => yaml('Images', 'ECR::Repository', ...lines);
const policy = (principal: string) =>
  repository(
    'RepositoryPolicyText:',
    `  Statement: [{ Effect: Allow, Principal: ${principal}, Action: 'ecr:BatchGetImage' }]`,
  );
const scanning = (type: string, frequency: string) =>
  yaml(
    'Scanning',
    'ECR::RegistryScanningConfiguration',
    `ScanType: ${type}`,
    `Rules: [{ ScanFrequency: ${frequency}, RepositoryFilters: [{ Filter: 'notes-*', FilterType: WILDCARD }] }]`,
  );
const retain = (id: string) => `
${id}:
  Type: AWS::ECR::Repository
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`;

export const ecrExamples: Examples = {
  'ecr-customer-key': {
    bad: repository('EncryptionConfiguration: { EncryptionType: KMS }'),
    good: repository('EncryptionConfiguration: { EncryptionType: KMS, KmsKey: !GetAtt Key.Arn }').concat(
      KEY_IN_YAML,
    ),
  },
  'ecr-kms-encrypted': {
    bad: repository(),
    good: repository('EncryptionConfiguration: { EncryptionType: KMS }'),
  },
  'ecr-policy-not-public': {
    bad: policy("'*'"),
    good: policy("{ AWS: 'arn:aws:iam::111122223333:role/builder' }"),
  },
  'ecr-registry-scanning': {
    bad: scanning('BASIC', 'SCAN_ON_PUSH'),
    good: scanning('ENHANCED', 'CONTINUOUS_SCAN'),
  },
  'ecr-retained': { bad: repository(), good: retain('Images') },
  'ecr-scan-on-push': {
    bad: repository(),
    good: repository('ImageScanningConfiguration: { ScanOnPush: true }'),
  },
  'ecr-tags-immutable': { bad: repository(), good: repository('ImageTagMutability: IMMUTABLE') },
};
