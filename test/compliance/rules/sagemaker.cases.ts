import { customerKey } from '../../../lib/compliance/rules/sagemaker/customer-key';
import { domainSingleSignOn } from '../../../lib/compliance/rules/sagemaker/domain-single-sign-on';
import { domainVpcOnly } from '../../../lib/compliance/rules/sagemaker/domain-vpc-only';
import { endpointNoShell } from '../../../lib/compliance/rules/sagemaker/endpoint-no-shell';
import { jobInVpc } from '../../../lib/compliance/rules/sagemaker/job-in-vpc';
import { jobIsolated } from '../../../lib/compliance/rules/sagemaker/job-isolated';
import { jobTrafficEncrypted } from '../../../lib/compliance/rules/sagemaker/job-traffic-encrypted';
import { modelInVpc } from '../../../lib/compliance/rules/sagemaker/model-in-vpc';
import { modelIsolated } from '../../../lib/compliance/rules/sagemaker/model-isolated';
import { notebookImdsV2 } from '../../../lib/compliance/rules/sagemaker/notebook-imds-v2';
import { notebookInVpc } from '../../../lib/compliance/rules/sagemaker/notebook-in-vpc';
import { notebookNoInternet } from '../../../lib/compliance/rules/sagemaker/notebook-no-internet';
import { notebookNoRoot } from '../../../lib/compliance/rules/sagemaker/notebook-no-root';
import { sharingNoOutput } from '../../../lib/compliance/rules/sagemaker/sharing-no-output';
import { storageEncrypted } from '../../../lib/compliance/rules/sagemaker/storage-encrypted';
import { workforceSourceIp } from '../../../lib/compliance/rules/sagemaker/workforce-source-ip';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  resource,
  seen,
  subject,
} from '../../support/judge-template';
import { sagemakerMoreCases } from './sagemaker-more.cases';

const CLUSTER = 'AWS::SageMaker::Cluster';
const CONFIG = 'AWS::SageMaker::EndpointConfig';
const DOMAIN = 'AWS::SageMaker::Domain';
const JOB = 'AWS::SageMaker::ProcessingJob';
const MODEL = 'AWS::SageMaker::Model';
const NOTEBOOK = 'AWS::SageMaker::NotebookInstance';
const PROFILE = 'AWS::SageMaker::UserProfile';
const SCHEDULE = 'AWS::SageMaker::MonitoringSchedule';
const STORE = 'AWS::SageMaker::FeatureGroup';
const WORKFORCE = 'AWS::SageMaker::Workforce';
const KEY = { Key: resource('AWS::KMS::Key') };
const AWS_KEY = 'alias/aws/sagemaker';
const MONITORED = 'Properties.MonitoringScheduleConfig.MonitoringJobDefinition';

const endpoint = (change: JsonObject = {}) => subject(CONFIG, { KmsKeyId: arn('Key'), ...change }, KEY);
const monitored = (definition: Json) =>
  subject(SCHEDULE, { MonitoringScheduleConfig: { MonitoringJobDefinition: definition } }, KEY);
const disk = (volume: JsonObject) =>
  subject(CLUSTER, { InstanceGroups: [{ InstanceStorageConfigs: [{ EbsVolumeConfig: volume }] }] }, KEY);
const DISK = 'Properties.InstanceGroups.0.InstanceStorageConfigs.0.EbsVolumeConfig.VolumeKmsKeyId';
const shared = (settings: JsonObject, type = PROFILE) =>
  subject(
    type,
    { [type === PROFILE ? 'UserSettings' : 'DefaultUserSettings']: { SharingSettings: settings } },
    KEY,
  );
const variants = (...members: readonly Json[]) => subject(CONFIG, { ProductionVariants: members });
const network = (config: Json) => subject(JOB, { NetworkConfig: config });
const notebook = (properties: JsonObject) => subject(NOTEBOOK, properties);
const imds = (version: Json) =>
  notebook({ InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: version } });
const from = (...cidrs: readonly Json[]) => subject(WORKFORCE, { SourceIpConfig: { Cidrs: cidrs } });

export const sagemakerCases = [
  ...sagemakerMoreCases,
  casesOf(customerKey, {
    'a key of the same stack is compliant': endpoint(),
    'a key of another stack is compliant': beside(notebook({ KmsKeyId: FAR_KEY }), FAR_STACK),
    'captured data under a key is compliant': endpoint({ DataCaptureConfig: { KmsKeyId: arn('Key') } }),
    'a feature group without stores is compliant': subject(STORE),
    'users who share nothing is compliant': subject(PROFILE),
    'no key is a finding': seen(notebook({}), 'Properties.KmsKeyId'),
    'a key that AWS manages is a finding': notebook({ KmsKeyId: AWS_KEY }),
    'a domain without a key is a finding': seen(subject(DOMAIN), 'Properties.KmsKeyId'),
    'captured data without a key is a finding': seen(
      endpoint({ DataCaptureConfig: { EnableCapture: true } }),
      'Properties.DataCaptureConfig.KmsKeyId',
    ),
    'answers and core dumps without a key is a finding': seen(
      endpoint({
        AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://b' } },
        ProductionVariants: [{ VariantName: 'a' }, { CoreDumpConfig: { DestinationS3Uri: 's3://b' } }],
      }),
      'Properties.AsyncInferenceConfig.OutputConfig.KmsKeyId',
      'Properties.ProductionVariants.1.CoreDumpConfig.KmsKeyId',
    ),
    'a feature group whose stores have no key is a finding': seen(
      subject(STORE, { OfflineStoreConfig: { S3StorageConfig: {} }, OnlineStoreConfig: {} }),
      'Properties.OfflineStoreConfig.S3StorageConfig.KmsKeyId',
      'Properties.OnlineStoreConfig.SecurityConfig.KmsKeyId',
    ),
    'a disk of a cluster without a key is a finding': seen(disk({}), DISK),
    'shared notebooks without a key is a finding': seen(
      shared({ S3OutputPath: 's3://b' }),
      'Properties.UserSettings.SharingSettings.S3KmsKeyId',
    ),
    'a monitoring job without keys is a finding': seen(
      monitored({}),
      `${MONITORED}.MonitoringOutputConfig.KmsKeyId`,
      `${MONITORED}.MonitoringResources.ClusterConfig.VolumeKmsKeyId`,
    ),
    'a processing job without keys is a finding': seen(
      subject(JOB, { ProcessingOutputConfig: { Outputs: [] } }),
      'Properties.ProcessingOutputConfig.KmsKeyId',
      'Properties.ProcessingResources.ClusterConfig.VolumeKmsKeyId',
    ),
    'a key left to a parameter is unknown': notebook({ KmsKeyId: OPEN }),
    'a job definition left to a parameter is unknown': monitored(OPEN),
  }),
  casesOf(storageEncrypted, {
    'a key that AWS manages is compliant': notebook({ KmsKeyId: AWS_KEY }),
    'a disk of a cluster under a key is compliant': disk({ VolumeKmsKeyId: arn('Key') }),
    'no key is a finding': seen(notebook({}), 'Properties.KmsKeyId'),
    'an empty key is a finding': notebook({ KmsKeyId: '' }),
    'an endpoint without a key is a finding': seen(subject(CONFIG), 'Properties.KmsKeyId'),
    'a disk of a cluster without a key is a finding': seen(disk({}), DISK),
    'a monitoring job without keys is a finding': monitored({}),
    'a key left to a parameter is unknown': notebook({ KmsKeyId: OPEN }),
  }),
  casesOf(domainSingleSignOn, {
    'single sign-on is compliant': subject(DOMAIN, { AuthMode: 'SSO' }),
    'IAM is a finding': seen(subject(DOMAIN, { AuthMode: 'IAM' }), 'Properties.AuthMode'),
    'a mode left to a parameter is unknown': subject(DOMAIN, { AuthMode: OPEN }),
  }),
  casesOf(domainVpcOnly, {
    'the VPC only is compliant': subject(DOMAIN, { AppNetworkAccessType: 'VpcOnly' }),
    'the default is a finding': seen(subject(DOMAIN), 'Properties.AppNetworkAccessType'),
    'the internet is a finding': subject(DOMAIN, { AppNetworkAccessType: 'PublicInternetOnly' }),
    'a type left to a parameter is unknown': subject(DOMAIN, { AppNetworkAccessType: OPEN }),
  }),
  casesOf(endpointNoShell, {
    'nothing said is compliant': variants({ VariantName: 'a' }),
    'no shell is compliant': variants({ EnableSSMAccess: false }),
    'a shell is a finding': seen(
      variants({ VariantName: 'a' }, { EnableSSMAccess: true }),
      'Properties.ProductionVariants.1.EnableSSMAccess',
    ),
    'a shell beside a shadow is a finding': subject(CONFIG, {
      ShadowProductionVariants: [{ EnableSSMAccess: true }],
    }),
    'a flag left to a parameter is unknown': variants({ EnableSSMAccess: OPEN }),
  }),
  casesOf(jobInVpc, {
    'subnets is compliant': network({ VpcConfig: { Subnets: ['subnet-1'] } }),
    'a schedule that names its job is compliant': subject(SCHEDULE, {
      MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'd' },
    }),
    'no network settings is a finding': seen(subject(JOB), 'Properties.NetworkConfig.VpcConfig.Subnets'),
    'no subnets is a finding': network({ VpcConfig: { Subnets: [] } }),
    'a monitoring job without subnets is a finding': seen(
      monitored({}),
      `${MONITORED}.NetworkConfig.VpcConfig.Subnets`,
    ),
    'subnets left to a parameter is unknown': network({ VpcConfig: { Subnets: OPEN } }),
  }),
  casesOf(jobIsolated, {
    'isolation is compliant': network({ EnableNetworkIsolation: true }),
    'no network settings is a finding': seen(subject(JOB), 'Properties.NetworkConfig.EnableNetworkIsolation'),
    'no isolation is a finding': network({ EnableNetworkIsolation: false }),
    'a monitoring job with a network is a finding': monitored({ NetworkConfig: {} }),
    'a flag left to a parameter is unknown': network({ EnableNetworkIsolation: OPEN }),
  }),
  casesOf(jobTrafficEncrypted, {
    'encrypted traffic is compliant': network({ EnableInterContainerTrafficEncryption: true }),
    'no network settings is a finding': seen(
      subject(JOB),
      'Properties.NetworkConfig.EnableInterContainerTrafficEncryption',
    ),
    'traffic in clear is a finding': network({ EnableInterContainerTrafficEncryption: false }),
    'traffic of a monitoring job in clear is a finding': monitored({ NetworkConfig: {} }),
    'a flag left to a parameter is unknown': network({ EnableInterContainerTrafficEncryption: OPEN }),
  }),
  casesOf(modelInVpc, {
    'subnets is compliant': subject(MODEL, { VpcConfig: { Subnets: ['subnet-1'] } }),
    'no VPC is a finding': seen(subject(MODEL), 'Properties.VpcConfig.Subnets'),
    'a VPC in one branch is a finding': subject(MODEL, {
      VpcConfig: either({ Subnets: ['subnet-1'] }, NOTHING),
    }),
    'subnets left to a parameter is unknown': subject(MODEL, { VpcConfig: { Subnets: OPEN } }),
  }),
  casesOf(modelIsolated, {
    'isolation is compliant': subject(MODEL, { EnableNetworkIsolation: true }),
    'the default is a finding': seen(subject(MODEL), 'Properties.EnableNetworkIsolation'),
    'no isolation is a finding': subject(MODEL, { EnableNetworkIsolation: false }),
    'a flag left to a parameter is unknown': subject(MODEL, { EnableNetworkIsolation: OPEN }),
  }),
  casesOf(notebookImdsV2, {
    'version 2 is compliant': imds('2'),
    'version 2 as a number is compliant': imds(2),
    'the default is a finding': notebook({}),
    'version 1 is a finding': seen(
      imds('1'),
      'Properties.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
    ),
    'a version left to a parameter is unknown': imds(OPEN),
  }),
  casesOf(notebookInVpc, {
    'a subnet is compliant': notebook({ SubnetId: 'subnet-1' }),
    'no subnet is a finding': seen(notebook({}), 'Properties.SubnetId'),
    'a subnet left to a parameter is unknown': notebook({ SubnetId: OPEN }),
  }),
  casesOf(notebookNoInternet, {
    'no internet is compliant': notebook({ DirectInternetAccess: 'Disabled' }),
    'the default is a finding': seen(notebook({}), 'Properties.DirectInternetAccess'),
    'the internet is a finding': notebook({ DirectInternetAccess: 'Enabled' }),
    'access left to a parameter is unknown': notebook({ DirectInternetAccess: OPEN }),
  }),
  casesOf(notebookNoRoot, {
    'no root is compliant': notebook({ RootAccess: 'Disabled' }),
    'the default is a finding': seen(notebook({}), 'Properties.RootAccess'),
    'root is a finding': notebook({ RootAccess: 'Enabled' }),
    'access left to a parameter is unknown': notebook({ RootAccess: OPEN }),
  }),
  casesOf(sharingNoOutput, {
    'no sharing is compliant': subject(PROFILE),
    'the default is compliant': shared({ S3OutputPath: 's3://b' }),
    'no output is compliant': shared({ NotebookOutputOption: 'Disabled' }),
    'output of a user is a finding': seen(
      shared({ NotebookOutputOption: 'Allowed' }),
      'Properties.UserSettings.SharingSettings.NotebookOutputOption',
    ),
    'output of every user is a finding': seen(
      shared({ NotebookOutputOption: 'Allowed' }, DOMAIN),
      'Properties.DefaultUserSettings.SharingSettings.NotebookOutputOption',
    ),
    'an option left to a parameter is unknown': shared({ NotebookOutputOption: OPEN }),
  }),
  casesOf(workforceSourceIp, {
    'networks is compliant': from('192.0.2.0/24', '198.51.100.7/32'),
    'anywhere is a finding': seen(subject(WORKFORCE), 'Properties.SourceIpConfig.Cidrs'),
    'the whole internet is a finding': seen(
      from('192.0.2.0/24', '0.0.0.0/0'),
      'Properties.SourceIpConfig.Cidrs.1',
    ),
    'networks left to a parameter is unknown': subject(WORKFORCE, { SourceIpConfig: { Cidrs: OPEN } }),
  }),
];
