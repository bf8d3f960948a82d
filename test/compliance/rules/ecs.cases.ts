import { capabilitiesDropped } from '../../../lib/compliance/rules/ecs/capabilities-dropped';
import { containerCapabilities } from '../../../lib/compliance/rules/ecs/container-capabilities';
import { containerInsights } from '../../../lib/compliance/rules/ecs/container-insights';
import { containerLogged } from '../../../lib/compliance/rules/ecs/container-logged';
import { containerNotPrivileged } from '../../../lib/compliance/rules/ecs/container-not-privileged';
import { containerReadOnly } from '../../../lib/compliance/rules/ecs/container-read-only';
import { containerUser } from '../../../lib/compliance/rules/ecs/container-user';
import { customerKey } from '../../../lib/compliance/rules/ecs/customer-key';
import { efsEncrypted } from '../../../lib/compliance/rules/ecs/efs-encrypted';
import { efsIam } from '../../../lib/compliance/rules/ecs/efs-iam';
import { execAudited } from '../../../lib/compliance/rules/ecs/exec-audited';
import { execOff } from '../../../lib/compliance/rules/ecs/exec-off';
import { faultInjectionOff } from '../../../lib/compliance/rules/ecs/fault-injection-off';
import { hostModeUser } from '../../../lib/compliance/rules/ecs/host-mode-user';
import { hostNamespaces } from '../../../lib/compliance/rules/ecs/host-namespaces';
import { hostPaths } from '../../../lib/compliance/rules/ecs/host-paths';
import { networkMode } from '../../../lib/compliance/rules/ecs/network-mode';
import { platformVersion } from '../../../lib/compliance/rules/ecs/platform-version';
import { publicIp } from '../../../lib/compliance/rules/ecs/public-ip';
import { serviceConnectLogged } from '../../../lib/compliance/rules/ecs/service-connect-logged';
import { serviceConnectTls } from '../../../lib/compliance/rules/ecs/service-connect-tls';
import { serviceInVpc } from '../../../lib/compliance/rules/ecs/service-in-vpc';
import { storageEncrypted } from '../../../lib/compliance/rules/ecs/storage-encrypted';
import { taskRoleDistinct } from '../../../lib/compliance/rules/ecs/task-role-distinct';
import { volumesReadOnly } from '../../../lib/compliance/rules/ecs/volumes-read-only';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';

const TASK = 'AWS::ECS::TaskDefinition';
const SERVICE = 'AWS::ECS::Service';
const CLUSTER = 'AWS::ECS::Cluster';
const FIRST = 'Properties.ContainerDefinitions.0';

const container = (...containers: readonly Json[]) => subject(TASK, { ContainerDefinitions: containers });
const onHost = (container: JsonObject) =>
  subject(TASK, {
    NetworkMode: 'host',
    ContainerDefinitions: [{ Name: 'other', User: 'reader' }, container],
  });
const volume = (definition: JsonObject) => subject(TASK, { Volumes: [{ Name: 'notes', ...definition }] });
const network = (assign: Json) =>
  subject(SERVICE, { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: assign } } });
const exec = (configuration: JsonObject) =>
  subject(CLUSTER, { Configuration: { ExecuteCommandConfiguration: configuration } });
const connect = (tls: Json, on: Json = true) =>
  subject(SERVICE, {
    ServiceConnectConfiguration: { Enabled: on, Services: [{ PortName: 'http', Tls: tls }] },
  });
const AUTHORITY = { IssuerCertificateAuthority: { AwsPcaAuthorityArn: 'arn:aws:acm-pca:x' } };
const ebs = (definition: JsonObject) =>
  subject(SERVICE, { VolumeConfigurations: [{ Name: 'notes', ManagedEBSVolume: definition }] });

const inVpc = (configuration: Json) =>
  subject(SERVICE, { NetworkConfiguration: { AwsvpcConfiguration: configuration } });

export const ecsCases = [
  casesOf(capabilitiesDropped, {
    'all given up is compliant': container({ LinuxParameters: { Capabilities: { Drop: ['ALL'] } } }),
    'nothing said is a finding': seen(container({}), `${FIRST}.LinuxParameters.Capabilities.Drop`),
    'one given up is a finding': container({ LinuxParameters: { Capabilities: { Drop: ['CHOWN'] } } }),
    'capabilities left to a parameter is unknown': container({
      LinuxParameters: { Capabilities: { Drop: OPEN } },
    }),
  }),
  casesOf(faultInjectionOff, {
    'nothing said is compliant': subject(TASK),
    'faults is a finding': seen(
      subject(TASK, { EnableFaultInjection: true }),
      'Properties.EnableFaultInjection',
    ),
    'faults left to a parameter is unknown': subject(TASK, { EnableFaultInjection: OPEN }),
  }),
  casesOf(volumesReadOnly, {
    'reading is compliant': container({ VolumesFrom: [{ SourceContainer: 'a', ReadOnly: true }] }),
    'nothing said is a finding': seen(
      container({ VolumesFrom: [{ SourceContainer: 'a' }] }),
      `${FIRST}.VolumesFrom.0.ReadOnly`,
    ),
    'volumes left to a parameter is unknown': container({ VolumesFrom: OPEN }),
  }),
  casesOf(serviceConnectLogged, {
    'both logs is compliant': subject(SERVICE, {
      ServiceConnectConfiguration: {
        Enabled: true,
        LogConfiguration: { LogDriver: 'awslogs' },
        AccessLogConfiguration: { Format: 'JSON' },
      },
    }),
    'no logs is a finding': seen(
      connect(NOTHING),
      'Properties.ServiceConnectConfiguration.LogConfiguration.LogDriver',
      'Properties.ServiceConnectConfiguration.AccessLogConfiguration.Format',
    ),
    'a mesh left to a parameter is unknown': subject(SERVICE, { ServiceConnectConfiguration: OPEN }),
    'a mesh that is off is not applicable': connect(NOTHING, false),
  }),
  casesOf(containerNotPrivileged, {
    'nothing said is compliant': container({ Name: 'a' }),
    'a privileged container is a finding': seen(
      container({ Privileged: false }, { Privileged: true }),
      'Properties.ContainerDefinitions.1.Privileged',
    ),
    'privilege left to a parameter is unknown': container({ Privileged: OPEN }),
    'containers left to a parameter is unknown': subject(TASK, { ContainerDefinitions: OPEN }),
  }),
  casesOf(containerReadOnly, {
    'a file system that cannot be written is compliant': container({ ReadonlyRootFilesystem: true }),
    'a container that one branch leaves out is compliant': container(
      either({ ReadonlyRootFilesystem: true }, NOTHING),
    ),
    'nothing said is a finding': seen(container({ Name: 'a' }), `${FIRST}.ReadonlyRootFilesystem`),
    'a file system that can be written is a finding': container({ ReadonlyRootFilesystem: false }),
    'a file system left to a parameter is unknown': container({ ReadonlyRootFilesystem: OPEN }),
  }),
  casesOf(containerUser, {
    'a user is compliant': container({ User: '1000:0' }),
    'nobody is a finding': seen(container({ Name: 'a' }), `${FIRST}.User`),
    'root by number is a finding': container({ User: '0:1000' }),
    'a user left to a parameter is unknown': container({ User: OPEN }),
  }),
  casesOf(hostModeUser, {
    'a user is compliant': onHost({ User: 'reader:root' }),
    'a number other than 0 is compliant': onHost({ User: 60000 }),
    'root that says it is privileged is compliant': onHost({ User: 'root', Privileged: true }),
    'root is a finding': seen(onHost({ User: 'root' }), 'Properties.ContainerDefinitions.1.User'),
    'root with a group is a finding': onHost({ User: '0:reader', Privileged: false }),
    'nobody is a finding': onHost({ Privileged: false }),
    'host mode in one branch is a finding': subject(TASK, {
      NetworkMode: either('host', 'awsvpc'),
      ContainerDefinitions: [{}],
    }),
    'a user left to a parameter is unknown': onHost({ User: OPEN }),
    'a mode left to a parameter is unknown': subject(TASK, { NetworkMode: OPEN, ContainerDefinitions: [{}] }),
    'a network of its own is not applicable': subject(TASK, { NetworkMode: 'awsvpc' }),
  }),
  casesOf(hostNamespaces, {
    'namespaces of the task is compliant': subject(TASK, { PidMode: 'task' }),
    'the processes and memory of the host is a finding': seen(
      subject(TASK, { PidMode: 'host', IpcMode: 'host' }),
      'Properties.PidMode',
      'Properties.IpcMode',
    ),
    'a namespace left to a parameter is unknown': subject(TASK, { PidMode: OPEN }),
  }),
  casesOf(networkMode, {
    'an interface of its own is compliant': subject(TASK, { NetworkMode: 'awsvpc' }),
    'no network is compliant': subject(TASK, { NetworkMode: 'none' }),
    'a bridge is a finding': seen(subject(TASK, { NetworkMode: 'bridge' }), 'Properties.NetworkMode'),
    'nothing said is a finding': subject(TASK),
    'a mode left to a parameter is unknown': subject(TASK, { NetworkMode: OPEN }),
  }),
  casesOf(containerCapabilities, {
    'none added is compliant': container({ LinuxParameters: { Capabilities: { Drop: ['ALL'] } } }),
    'a harmless one is compliant': container({ LinuxParameters: { Capabilities: { Add: ['CHOWN'] } } }),
    'administration is a finding': seen(
      container({ LinuxParameters: { Capabilities: { Add: ['CHOWN', 'SYS_ADMIN'] } } }),
      `${FIRST}.LinuxParameters.Capabilities.Add.1`,
    ),
    'capabilities left to a parameter is unknown': container({
      LinuxParameters: { Capabilities: { Add: [OPEN] } },
    }),
  }),
  casesOf(containerLogged, {
    'a driver is compliant': container({ LogConfiguration: { LogDriver: 'awslogs' } }),
    'no driver is a finding': seen(container({}), `${FIRST}.LogConfiguration.LogDriver`),
    'the driver none is a finding': container({ LogConfiguration: { LogDriver: 'none' } }),
    'a driver in one branch is a finding': container({
      LogConfiguration: either({ LogDriver: 'awslogs' }, NOTHING),
    }),
    'a driver left to a parameter is unknown': container({ LogConfiguration: { LogDriver: OPEN } }),
  }),
  casesOf(efsEncrypted, {
    'TLS is compliant': volume({ EFSVolumeConfiguration: { TransitEncryption: 'ENABLED' } }),
    'a volume of another kind is compliant': volume({ Host: { SourcePath: '/data' } }),
    'nothing said is a finding': seen(
      volume({ EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }),
      'Properties.Volumes.0.EFSVolumeConfiguration.TransitEncryption',
    ),
    'TLS off is a finding': volume({ EFSVolumeConfiguration: { TransitEncryption: 'DISABLED' } }),
    'TLS left to a parameter is unknown': volume({ EFSVolumeConfiguration: { TransitEncryption: OPEN } }),
  }),
  casesOf(efsIam, {
    'the role at an access point is compliant': volume({
      EFSVolumeConfiguration: { AuthorizationConfig: { IAM: 'ENABLED', AccessPointId: 'fsap-1' } },
    }),
    'neither is a finding': seen(
      volume({ EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }),
      'Properties.Volumes.0.EFSVolumeConfiguration.AuthorizationConfig.IAM',
      'Properties.Volumes.0.EFSVolumeConfiguration.AuthorizationConfig.AccessPointId',
    ),
    'FSx without credentials is a finding': volume({
      FSxWindowsFileServerVolumeConfiguration: { FileSystemId: 'fs-1' },
    }),
    'FSx with credentials is compliant': volume({
      FSxWindowsFileServerVolumeConfiguration: { AuthorizationConfig: { CredentialsParameter: 'arn:x' } },
    }),
    'authorization left to a parameter is unknown': volume({
      EFSVolumeConfiguration: { AuthorizationConfig: OPEN },
    }),
  }),
  casesOf(hostPaths, {
    'a folder for data is compliant': volume({ Host: { SourcePath: '/data/notes' } }),
    'a folder that only starts alike is compliant': volume({ Host: { SourcePath: '/etcetera' } }),
    'the socket of Docker is a finding': seen(
      volume({ Host: { SourcePath: '/var/run/docker.sock' } }),
      'Properties.Volumes.0.Host.SourcePath',
    ),
    'the root is a finding': volume({ Host: { SourcePath: '/' } }),
    'the root for a job is a finding': subject('AWS::Batch::JobDefinition', {
      ContainerProperties: { Volumes: [{ Host: { SourcePath: '/proc' } }] },
    }),
    'the root for a job on nodes is a finding': seen(
      subject('AWS::Batch::JobDefinition', {
        NodeProperties: {
          NodeRangeProperties: [
            { EcsProperties: { TaskProperties: [{ Volumes: [{ Host: { SourcePath: '/' } }] }] } },
          ],
        },
      }),
      'Properties.NodeProperties.NodeRangeProperties.0.EcsProperties.TaskProperties.0.Volumes.0.Host.SourcePath',
    ),
    'a folder left to a parameter is unknown': volume({ Host: { SourcePath: OPEN } }),
  }),
  casesOf(taskRoleDistinct, {
    'two roles is compliant': subject(
      TASK,
      { TaskRoleArn: arn('A'), ExecutionRoleArn: arn('B') },
      { A: resource('AWS::IAM::Role'), B: resource('AWS::IAM::Role') },
    ),
    'one role is a finding': seen(
      subject(TASK, { TaskRoleArn: arn('A'), ExecutionRoleArn: arn('A') }, { A: resource('AWS::IAM::Role') }),
      'Properties.TaskRoleArn',
    ),
    'one role by its ARN is a finding': subject(TASK, { TaskRoleArn: 'arn:x', ExecutionRoleArn: 'arn:x' }),
    'no task role is not applicable': subject(TASK, { ExecutionRoleArn: 'arn:x' }),
  }),
  casesOf(publicIp, {
    'no public address is compliant': network('DISABLED'),
    'nothing said is compliant': subject(SERVICE),
    'a public address is a finding': seen(
      network('ENABLED'),
      'Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
    ),
    'a task set with a public address is a finding': subject('AWS::ECS::TaskSet', {
      NetworkConfiguration: { AwsVpcConfiguration: { AssignPublicIp: 'ENABLED' } },
    }),
    'an address left to a parameter is unknown': network(OPEN),
  }),
  casesOf(platformVersion, {
    'the latest is compliant': subject(SERVICE, { PlatformVersion: 'LATEST' }),
    'nothing said is compliant': subject(SERVICE),
    'a version is a finding': seen(
      subject(SERVICE, { PlatformVersion: '1.3.0' }),
      'Properties.PlatformVersion',
    ),
    'a version left to a parameter is unknown': subject(SERVICE, { PlatformVersion: OPEN }),
  }),
  casesOf(serviceConnectTls, {
    'an authority is compliant': connect(AUTHORITY),
    'no TLS is a finding': seen(
      connect(NOTHING),
      'Properties.ServiceConnectConfiguration.Services.0.Tls.IssuerCertificateAuthority.AwsPcaAuthorityArn',
    ),
    'TLS in one branch is a finding': connect(either(AUTHORITY, NOTHING)),
    'TLS left to a parameter is unknown': connect(OPEN),
    'a mesh that is off is not applicable': connect(NOTHING, false),
    'no mesh is not applicable': subject(SERVICE),
  }),
  casesOf(execAudited, {
    'the default log is compliant': exec({ Logging: 'DEFAULT' }),
    'an encrypted log is compliant': exec({
      Logging: 'OVERRIDE',
      LogConfiguration: { S3BucketName: 'shells', S3EncryptionEnabled: true },
    }),
    'no log is a finding': seen(
      exec({ Logging: 'NONE' }),
      'Properties.Configuration.ExecuteCommandConfiguration.Logging',
    ),
    'logs in clear text is a finding': seen(
      exec({
        Logging: 'OVERRIDE',
        LogConfiguration: {
          CloudWatchLogGroupName: 'shells',
          S3BucketName: 'shells',
          S3EncryptionEnabled: false,
        },
      }),
      'Properties.Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchEncryptionEnabled',
      'Properties.Configuration.ExecuteCommandConfiguration.LogConfiguration.S3EncryptionEnabled',
    ),
    'a record that goes nowhere is a finding': seen(
      exec({ Logging: 'OVERRIDE' }),
      'Properties.Configuration.ExecuteCommandConfiguration.LogConfiguration',
    ),
    'a record that goes nowhere in one branch is a finding': exec({ Logging: either('DEFAULT', 'OVERRIDE') }),
    'logs left to a parameter is unknown': exec({ Logging: OPEN }),
    'nothing said is not applicable': subject(CLUSTER),
  }),
  casesOf(execOff, {
    'nothing said is compliant': subject(SERVICE),
    'a shell is a finding': seen(
      subject(SERVICE, { EnableExecuteCommand: true }),
      'Properties.EnableExecuteCommand',
    ),
    'a shell left to a parameter is unknown': subject(SERVICE, { EnableExecuteCommand: OPEN }),
  }),
  casesOf(storageEncrypted, {
    'an encrypted volume is compliant': ebs({ Encrypted: true }),
    'nothing said is a finding': seen(
      ebs({ SizeInGiB: 10 }),
      'Properties.VolumeConfigurations.0.ManagedEBSVolume.Encrypted',
    ),
    'a volume left to a parameter is unknown': ebs({ Encrypted: OPEN }),
    'no volumes is not applicable': subject(SERVICE),
  }),
  casesOf(customerKey, {
    'a volume under a key is compliant': ebs({ KmsKeyId: 'alias/own' }),
    'a volume without a key is a finding': seen(
      ebs({ Encrypted: true }),
      'Properties.VolumeConfigurations.0.ManagedEBSVolume.KmsKeyId',
    ),
    'TLS without a key is a finding': connect(AUTHORITY),
    'a cluster with keys is compliant': subject(CLUSTER, {
      Configuration: {
        ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: 'k', KmsKeyId: 'k' },
        ExecuteCommandConfiguration: { KmsKeyId: 'k' },
      },
    }),
    'a cluster without keys is a finding': seen(
      exec({ Logging: 'DEFAULT' }),
      'Properties.Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId',
      'Properties.Configuration.ManagedStorageConfiguration.KmsKeyId',
      'Properties.Configuration.ExecuteCommandConfiguration.KmsKeyId',
    ),
    'a key left to a parameter is unknown': ebs({ KmsKeyId: OPEN }),
  }),
  casesOf(containerInsights, {
    'insights is compliant': subject(CLUSTER, {
      ClusterSettings: [{ Name: 'containerInsights', Value: 'enhanced' }],
    }),
    'nothing said is a finding': seen(subject(CLUSTER), 'Properties.ClusterSettings'),
    'insights off is a finding': subject(CLUSTER, {
      ClusterSettings: [{ Name: 'containerInsights', Value: 'disabled' }],
    }),
    'insights left to a parameter is unknown': subject(CLUSTER, {
      ClusterSettings: [{ Name: 'containerInsights', Value: OPEN }],
    }),
  }),
  casesOf(serviceInVpc, {
    'subnets and groups is compliant': inVpc({ Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] }),
    'nothing said is a finding': seen(
      subject(SERVICE),
      'Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets',
      'Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
    ),
    'no groups is a finding': seen(
      inVpc({ Subnets: ['subnet-1'], SecurityGroups: [] }),
      'Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
    ),
    'a network left to a parameter is unknown': inVpc(OPEN),
    'machines elsewhere is not applicable': subject(SERVICE, { LaunchType: 'EXTERNAL' }),
  }),
];
