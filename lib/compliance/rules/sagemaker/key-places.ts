import type { PlacesByType } from '../cloudformation/places';

const volume = (job: string) => `${job}.ClusterConfig.VolumeKmsKeyId`;
const monitoring = 'MonitoringScheduleConfig.MonitoringJobDefinition?';
const validation = 'ValidationSpecification?.ValidationProfiles[].TransformJobDefinition?';
const dataset = (kind: string) => `ProcessingInputs[].DatasetDefinition?.${kind}DatasetDefinition?.KmsKeyId`;
const users = (settings: string) => `${settings}?.SharingSettings?.S3KmsKeyId`;

/**
 * Where SageMaker takes a KMS key: disks, outputs and stores. Steps with `?` count where the thing they belong to is on.
 * Source: CloudFormation template reference, SageMaker.
 */
export const KEY_PLACES: PlacesByType = {
  'AWS::SageMaker::Cluster': ['InstanceGroups[]', 'RestrictedInstanceGroups[]'].map(
    (group) => `${group}.InstanceStorageConfigs[].EbsVolumeConfig?.VolumeKmsKeyId`,
  ),
  'AWS::SageMaker::DataQualityJobDefinition': ['DataQualityJobOutputConfig.KmsKeyId', volume('JobResources')],
  'AWS::SageMaker::DeviceFleet': ['OutputConfig.KmsKeyId'],
  'AWS::SageMaker::Domain': ['KmsKeyId', users('DefaultUserSettings')],
  'AWS::SageMaker::EndpointConfig': [
    'KmsKeyId',
    'DataCaptureConfig?.KmsKeyId',
    'AsyncInferenceConfig?.OutputConfig.KmsKeyId',
    'ProductionVariants[].CoreDumpConfig?.KmsKeyId',
    'ShadowProductionVariants[].CoreDumpConfig?.KmsKeyId',
  ],
  'AWS::SageMaker::FeatureGroup': [
    'OfflineStoreConfig?.S3StorageConfig.KmsKeyId',
    'OnlineStoreConfig?.SecurityConfig.KmsKeyId',
  ],
  'AWS::SageMaker::InferenceExperiment': ['KmsKey', 'DataStorageConfig?.KmsKey'],
  'AWS::SageMaker::ModelBiasJobDefinition': ['ModelBiasJobOutputConfig.KmsKeyId', volume('JobResources')],
  'AWS::SageMaker::ModelCard': ['SecurityConfig.KmsKeyId'],
  'AWS::SageMaker::ModelExplainabilityJobDefinition': [
    'ModelExplainabilityJobOutputConfig.KmsKeyId',
    volume('JobResources'),
  ],
  'AWS::SageMaker::ModelPackage': [
    'SecurityConfig.KmsKeyId',
    `${validation}.TransformOutput.KmsKeyId`,
    `${validation}.TransformResources.VolumeKmsKeyId`,
  ],
  'AWS::SageMaker::ModelQualityJobDefinition': [
    'ModelQualityJobOutputConfig.KmsKeyId',
    volume('JobResources'),
  ],
  'AWS::SageMaker::MonitoringSchedule': [
    `${monitoring}.MonitoringOutputConfig.KmsKeyId`,
    `${monitoring}.${volume('MonitoringResources')}`,
  ],
  'AWS::SageMaker::NotebookInstance': ['KmsKeyId'],
  'AWS::SageMaker::PartnerApp': ['KmsKeyId'],
  'AWS::SageMaker::ProcessingJob': [
    'ProcessingOutputConfig?.KmsKeyId',
    volume('ProcessingResources'),
    dataset('Athena'),
    dataset('Redshift'),
  ],
  'AWS::SageMaker::UserProfile': [users('UserSettings')],
};
