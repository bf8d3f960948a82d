import type { Examples } from '../example';
import { yaml } from '../yaml';

const job = (line: string) => yaml('Job', 'Batch::JobDefinition', 'Type: container', line);
const container = (line: string) => job(`ContainerProperties: { Image: redact, ${line} }`);
const volume = (line: string) =>
  container(`Volumes: [{ Name: notes, EfsVolumeConfiguration: { FileSystemId: fs-1, ${line} } }]`);
const managed = (line: string) =>
  yaml(
    'Compute',
    'Batch::ComputeEnvironment',
    `ComputeResources: { ManagedInstancesProvider: { InstanceLaunchTemplate: { ${line} } } }`,
  );

export const batchExamples: Examples = {
  'batch-container-insights': {
    bad: yaml('Compute', 'Batch::ComputeEnvironment', 'Type: MANAGED'),
    good: yaml('Compute', 'Batch::ComputeEnvironment', 'EcsSettings: { ContainerInsights: ENHANCED }'),
  },
  'batch-efs-encrypted': {
    bad: volume('TransitEncryption: DISABLED'),
    good: volume('TransitEncryption: ENABLED'),
  },
  'batch-efs-iam': {
    bad: volume('TransitEncryption: ENABLED'),
    good: volume('AuthorizationConfig: { Iam: ENABLED }'),
  },
  'batch-exec-off': {
    bad: container('EnableExecuteCommand: true'),
    good: container('EnableExecuteCommand: false'),
  },
  'batch-job-isolated': {
    bad: job('EksProperties: { PodProperties: { HostNetwork: true } }'),
    good: job('EksProperties: { PodProperties: { HostNetwork: false } }'),
  },
  'batch-job-logged': {
    bad: container('LogConfiguration: { LogDriver: json-file }'),
    good: container('LogConfiguration: { LogDriver: awslogs }'),
  },
  'batch-job-not-privileged': {
    bad: container('Privileged: true'),
    good: container('Privileged: false'),
  },
  'batch-job-read-only': {
    bad: container('Memory: 512'),
    good: container('ReadonlyRootFilesystem: true'),
  },
  'batch-job-user': { bad: container('User: root'), good: container("User: '1000'") },
  'batch-public-ip': {
    bad: container('NetworkConfiguration: { AssignPublicIp: ENABLED }'),
    good: container('NetworkConfiguration: { AssignPublicIp: DISABLED }'),
  },
  'batch-fips': {
    bad: managed('FipsEnabled: false'),
    good: managed('FipsEnabled: true'),
  },
  'batch-log-group': {
    bad: container('LogConfiguration: { LogDriver: awslogs }'),
    good: container('LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: scores } }'),
  },
};
