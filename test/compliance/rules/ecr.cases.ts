import { customerKey } from '../../../lib/compliance/rules/ecr/customer-key';
import { kmsEncrypted } from '../../../lib/compliance/rules/ecr/kms-encrypted';
import { policyNotPublic } from '../../../lib/compliance/rules/ecr/policy-not-public';
import { registryScanning } from '../../../lib/compliance/rules/ecr/registry-scanning';
import { retained } from '../../../lib/compliance/rules/ecr/retained';
import { scanOnPush } from '../../../lib/compliance/rules/ecr/scan-on-push';
import { tagsImmutable } from '../../../lib/compliance/rules/ecr/tags-immutable';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const REPOSITORY = 'AWS::ECR::Repository';
const SCANNING = 'AWS::ECR::RegistryScanningConfiguration';
const encrypted = (configuration: Json) => subject(REPOSITORY, { EncryptionConfiguration: configuration });
const allow = (principal: Json, condition?: JsonObject): JsonObject => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: principal,
      Action: 'ecr:BatchGetImage',
      ...(condition ? { Condition: condition } : {}),
    },
  ],
});
const scans = (frequency: string, filter: string) => ({
  Scanning: resource(SCANNING, {
    Rules: [{ ScanFrequency: frequency, RepositoryFilters: [{ Filter: filter, FilterType: 'WILDCARD' }] }],
  }),
});

export const ecrCases = [
  casesOf(tagsImmutable, {
    'tags that stay is compliant': subject(REPOSITORY, { ImageTagMutability: 'IMMUTABLE' }),
    'tags that stay but for some is compliant': subject(REPOSITORY, {
      ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    }),
    'nothing said is a finding': seen(subject(REPOSITORY), 'Properties.ImageTagMutability'),
    'tags that move is a finding': subject(REPOSITORY, { ImageTagMutability: 'MUTABLE' }),
    'tags left to a parameter is unknown': subject(REPOSITORY, { ImageTagMutability: OPEN }),
  }),
  casesOf(scanOnPush, {
    'a scan is compliant': subject(REPOSITORY, { ImageScanningConfiguration: { ScanOnPush: true } }),
    'a registry that scans all is compliant': subject(REPOSITORY, {}, scans('SCAN_ON_PUSH', '*')),
    'nothing said is a finding': seen(
      subject(REPOSITORY),
      'Properties.ImageScanningConfiguration.ScanOnPush',
    ),
    'a scan turned off is a finding': subject(REPOSITORY, {
      ImageScanningConfiguration: { ScanOnPush: false },
    }),
    'a registry that scans others is a finding': subject(REPOSITORY, {}, scans('SCAN_ON_PUSH', 'prod-')),
    'a registry that scans by hand is a finding': subject(REPOSITORY, {}, scans('MANUAL', '*')),
    'a scan left to a parameter is unknown': subject(REPOSITORY, {
      ImageScanningConfiguration: { ScanOnPush: OPEN },
    }),
  }),
  casesOf(registryScanning, {
    'all the time is compliant': subject(SCANNING, {
      ScanType: 'ENHANCED',
      Rules: [{ ScanFrequency: 'CONTINUOUS_SCAN' }],
    }),
    'once is a finding': seen(
      subject(SCANNING, { ScanType: 'BASIC', Rules: [{ ScanFrequency: 'SCAN_ON_PUSH' }] }),
      'Properties.ScanType',
      'Properties.Rules.0.ScanFrequency',
    ),
    'a type left to a parameter is unknown': subject(SCANNING, { ScanType: OPEN }),
  }),
  casesOf(kmsEncrypted, {
    'KMS is compliant': encrypted({ EncryptionType: 'KMS' }),
    'KMS twice over is compliant': encrypted({ EncryptionType: 'KMS_DSSE' }),
    'nothing said is a finding': seen(
      subject(REPOSITORY),
      'Properties.EncryptionConfiguration.EncryptionType',
    ),
    'AES256 is a finding': encrypted({ EncryptionType: 'AES256' }),
    'a type left to a parameter is unknown': encrypted({ EncryptionType: OPEN }),
  }),
  casesOf(customerKey, {
    'a key is compliant': encrypted({ EncryptionType: 'KMS', KmsKey: 'alias/images' }),
    'the key of AWS is a finding': seen(
      encrypted({ EncryptionType: 'KMS', KmsKey: 'alias/aws/ecr' }),
      'Properties.EncryptionConfiguration.KmsKey',
    ),
    'no key is a finding': encrypted({ EncryptionType: 'KMS' }),
    'a key in one branch is a finding': encrypted(
      either({ EncryptionType: 'KMS', KmsKey: 'alias/images' }, { EncryptionType: 'AES256' }),
    ),
    'a key left to a parameter is unknown': encrypted({ EncryptionType: 'KMS', KmsKey: OPEN }),
  }),
  casesOf(policyNotPublic, {
    'no policy is compliant': subject(REPOSITORY),
    'a service is compliant': subject(REPOSITORY, {
      RepositoryPolicyText: allow({ Service: 'codebuild.amazonaws.com' }),
    }),
    'a service, as text is compliant': subject(REPOSITORY, {
      RepositoryPolicyText: JSON.stringify(allow({ Service: 'codebuild.amazonaws.com' })),
    }),
    'the organisation is compliant': subject(REPOSITORY, {
      RepositoryPolicyText: allow('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
    }),
    'everybody is a finding': seen(
      subject(REPOSITORY, { RepositoryPolicyText: allow('*') }),
      'Properties.RepositoryPolicyText.Statement.0',
    ),
    'everybody outside organisations is a finding': subject(REPOSITORY, {
      RepositoryPolicyText: allow('*', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } }),
    }),
    'a registry for everybody is a finding': subject('AWS::ECR::RegistryPolicy', { PolicyText: allow('*') }),
    'a template for everybody is a finding': subject('AWS::ECR::RepositoryCreationTemplate', {
      RepositoryPolicy: JSON.stringify(allow({ AWS: '*' })),
    }),
    'a policy left to a parameter is unknown': subject(REPOSITORY, { RepositoryPolicyText: OPEN }),
  }),
  casesOf(retained, {
    'images that stay is compliant': stack({
      Subject: resource(REPOSITORY, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'nothing said is a finding': seen(subject(REPOSITORY), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'images emptied with the stack is a finding': stack({
      Subject: resource(
        REPOSITORY,
        { EmptyOnDelete: true },
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
  }),
];
