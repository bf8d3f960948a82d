import type { PlacesByType } from '../cloudformation/places';

/** The network settings of jobs, by type. */
export const JOB_NETWORKS: PlacesByType = {
  'AWS::SageMaker::DataQualityJobDefinition': ['NetworkConfig'],
  'AWS::SageMaker::ModelBiasJobDefinition': ['NetworkConfig'],
  'AWS::SageMaker::ModelExplainabilityJobDefinition': ['NetworkConfig'],
  'AWS::SageMaker::ModelQualityJobDefinition': ['NetworkConfig'],
  'AWS::SageMaker::MonitoringSchedule': ['MonitoringScheduleConfig.MonitoringJobDefinition?.NetworkConfig'],
  'AWS::SageMaker::ProcessingJob': ['NetworkConfig'],
};
