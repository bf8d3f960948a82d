import { containerInsights } from '../../../lib/compliance/rules/batch/container-insights';
import { efsEncrypted } from '../../../lib/compliance/rules/batch/efs-encrypted';
import { efsIam } from '../../../lib/compliance/rules/batch/efs-iam';
import { execOff } from '../../../lib/compliance/rules/batch/exec-off';
import { fips } from '../../../lib/compliance/rules/batch/fips';
import { jobIsolated } from '../../../lib/compliance/rules/batch/job-isolated';
import { jobLogged } from '../../../lib/compliance/rules/batch/job-logged';
import { jobNotPrivileged } from '../../../lib/compliance/rules/batch/job-not-privileged';
import { jobReadOnly } from '../../../lib/compliance/rules/batch/job-read-only';
import { jobUser } from '../../../lib/compliance/rules/batch/job-user';
import { logGroup } from '../../../lib/compliance/rules/batch/log-group';
import { publicIp } from '../../../lib/compliance/rules/batch/public-ip';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, seen, subject } from '../../support/judge-template';

const JOB = 'AWS::Batch::JobDefinition';
const container = (settings: Json) => subject(JOB, { ContainerProperties: settings });
const task = (settings: JsonObject) => ({ EcsProperties: { TaskProperties: [settings] } });
const pod = (settings: JsonObject) => ({ EksProperties: { PodProperties: settings } });
const onNodes = (range: JsonObject) => subject(JOB, { NodeProperties: { NodeRangeProperties: [range] } });
const secured = (context: JsonObject) => subject(JOB, pod({ Containers: [{ SecurityContext: context }] }));
const efs = (configuration: JsonObject) =>
  container({ Volumes: [{ EfsVolumeConfiguration: configuration }] });
const NODES = 'Properties.NodeProperties.NodeRangeProperties.0';

const insights = (value: Json) =>
  subject('AWS::Batch::ComputeEnvironment', { EcsSettings: { ContainerInsights: value } });

const TEMPLATE = 'Properties.ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate';
const managed = (template: JsonObject) =>
  subject('AWS::Batch::ComputeEnvironment', {
    ComputeResources: { ManagedInstancesProvider: { InstanceLaunchTemplate: template } },
  });

export const batchCases = [
  casesOf(containerInsights, {
    'insights is compliant': insights('ENHANCED'),
    'nothing said is a finding': seen(
      subject('AWS::Batch::ComputeEnvironment'),
      'Properties.EcsSettings.ContainerInsights',
    ),
    'insights off is a finding': insights('DISABLED'),
    'insights left to a parameter is unknown': insights(OPEN),
  }),
  casesOf(jobNotPrivileged, {
    'nothing said is compliant': container({ Image: 'redact' }),
    'a privileged container is a finding': seen(
      container({ Privileged: true }),
      'Properties.ContainerProperties.Privileged',
    ),
    'a privileged container of a task is a finding': seen(
      subject(JOB, task({ Containers: [{ Privileged: true }] })),
      'Properties.EcsProperties.TaskProperties.0.Containers.0.Privileged',
    ),
    'a privileged container on nodes is a finding': seen(
      onNodes({ Container: { Privileged: true } }),
      `${NODES}.Container.Privileged`,
    ),
    'a container that prepares a pod is a finding': seen(
      subject(JOB, pod({ InitContainers: [{ SecurityContext: { Privileged: true } }] })),
      'Properties.EksProperties.PodProperties.InitContainers.0.SecurityContext.Privileged',
    ),
    'a pod that may become privileged is a finding': secured({ AllowPrivilegeEscalation: true }),
    'privilege left to a parameter is unknown': container({ Privileged: OPEN }),
  }),
  casesOf(jobReadOnly, {
    'a file system that cannot be written is compliant': container({ ReadonlyRootFilesystem: true }),
    'nothing said is a finding': seen(
      container({ Image: 'redact' }),
      'Properties.ContainerProperties.ReadonlyRootFilesystem',
    ),
    'a pod that cannot write is compliant': secured({ ReadOnlyRootFilesystem: true }),
    'a pod that can write is a finding': secured({ ReadOnlyRootFilesystem: false }),
    'a file system left to a parameter is unknown': container({ ReadonlyRootFilesystem: OPEN }),
  }),
  casesOf(jobUser, {
    'a user is compliant': container({ User: '1000' }),
    'nobody is a finding': seen(container({ Image: 'redact' }), 'Properties.ContainerProperties.User'),
    'root is a finding': container({ User: 'root' }),
    'a pod of a user is compliant': secured({ RunAsNonRoot: true, RunAsUser: 1000, RunAsGroup: 1000 }),
    'a pod of root is a finding': secured({ RunAsNonRoot: false, RunAsUser: 0, RunAsGroup: 0 }),
    'a user left to a parameter is unknown': container({ User: OPEN }),
  }),
  casesOf(jobIsolated, {
    'a container is compliant': container({ Image: 'redact' }),
    'a pod in its own network is compliant': subject(JOB, pod({ HostNetwork: false })),
    'a pod in the network of its host is a finding': seen(
      subject(JOB, pod({})),
      'Properties.EksProperties.PodProperties.HostNetwork',
    ),
    'pods that share processes is a finding': subject(
      JOB,
      pod({ HostNetwork: false, ShareProcessNamespace: true }),
    ),
    'a task in the processes of its host is a finding': seen(
      onNodes(task({ PidMode: 'host', IpcMode: 'host' })),
      `${NODES}.EcsProperties.TaskProperties.0.PidMode`,
      `${NODES}.EcsProperties.TaskProperties.0.IpcMode`,
    ),
    'a namespace left to a parameter is unknown': subject(JOB, task({ PidMode: OPEN })),
  }),
  casesOf(jobLogged, {
    'the default log is compliant': container({ Image: 'redact' }),
    'CloudWatch is compliant': container({ LogConfiguration: { LogDriver: 'awslogs' } }),
    'a file on the host is a finding': seen(
      container({ LogConfiguration: { LogDriver: 'json-file' } }),
      'Properties.ContainerProperties.LogConfiguration.LogDriver',
    ),
    'a driver left to a parameter is unknown': container({ LogConfiguration: { LogDriver: OPEN } }),
  }),
  casesOf(publicIp, {
    'nothing said is compliant': container({ Image: 'redact' }),
    'a public address is a finding': seen(
      container({ NetworkConfiguration: { AssignPublicIp: 'ENABLED' } }),
      'Properties.ContainerProperties.NetworkConfiguration.AssignPublicIp',
    ),
    'a public address in one branch is a finding': container({
      NetworkConfiguration: { AssignPublicIp: either('DISABLED', 'ENABLED') },
    }),
    'a task with a public address is a finding': subject(
      JOB,
      task({ NetworkConfiguration: { AssignPublicIp: 'ENABLED' } }),
    ),
    'an address left to a parameter is unknown': container({ NetworkConfiguration: OPEN }),
  }),
  casesOf(efsEncrypted, {
    'TLS is compliant': efs({ TransitEncryption: 'ENABLED' }),
    'nothing said is a finding': seen(
      efs({ FileSystemId: 'fs-1' }),
      'Properties.ContainerProperties.Volumes.0.EfsVolumeConfiguration.TransitEncryption',
    ),
    'TLS left to a parameter is unknown': efs({ TransitEncryption: OPEN }),
  }),
  casesOf(efsIam, {
    'the role is compliant': efs({ AuthorizationConfig: { Iam: 'ENABLED' } }),
    'nothing said is a finding': seen(
      efs({ FileSystemId: 'fs-1' }),
      'Properties.ContainerProperties.Volumes.0.EfsVolumeConfiguration.AuthorizationConfig.Iam',
    ),
    'authorization left to a parameter is unknown': efs({ AuthorizationConfig: OPEN }),
  }),
  casesOf(execOff, {
    'nothing said is compliant': container({ Image: 'redact' }),
    'a shell is a finding': seen(
      container({ EnableExecuteCommand: true }),
      'Properties.ContainerProperties.EnableExecuteCommand',
    ),
    'a shell left to a parameter is unknown': subject(JOB, task({ EnableExecuteCommand: OPEN })),
  }),
  casesOf(logGroup, {
    'a group is compliant': container({
      LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'scores' } },
    }),
    'a group without driver is compliant': container({
      LogConfiguration: { Options: { 'awslogs-group': 'scores' } },
    }),
    'another driver is compliant': container({ LogConfiguration: { LogDriver: 'splunk' } }),
    'a pod is compliant': secured({}),
    'nothing said is a finding': seen(
      container({ Image: 'redact' }),
      'Properties.ContainerProperties.LogConfiguration.Options.awslogs-group',
    ),
    'the driver alone is a finding': container({ LogConfiguration: { LogDriver: 'awslogs' } }),
    'the driver alone in one branch is a finding': container({
      LogConfiguration: { LogDriver: either('splunk', 'awslogs') },
    }),
    'a driver left to a parameter is unknown': container({ LogConfiguration: { LogDriver: OPEN } }),
    'a group left to a parameter is unknown': container({
      LogConfiguration: { Options: { 'awslogs-group': OPEN } },
    }),
  }),
  casesOf(fips, {
    'validated modules is compliant': managed({ FipsEnabled: true }),
    'nothing said is a finding': seen(managed({ Monitoring: 'BASIC' }), `${TEMPLATE}.FipsEnabled`),
    'modules of any kind is a finding': managed({ FipsEnabled: false }),
    'modules left to a parameter is unknown': managed({ FipsEnabled: OPEN }),
    'instances of the account is not applicable': subject('AWS::Batch::ComputeEnvironment'),
  }),
];
