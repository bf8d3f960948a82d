import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const task = (...lines: readonly string[]) => yaml('Task', 'ECS::TaskDefinition', ...lines);
const container = (line: string) => task(`ContainerDefinitions: [{ Name: redact, ${line} }]`);
const volume = (line: string) => task(`Volumes: [{ Name: notes, ${line} }]`);
const service = (...lines: readonly string[]) => yaml('Service', 'ECS::Service', ...lines);
const cluster = (...lines: readonly string[]) => yaml('Cluster', 'ECS::Cluster', ...lines);
const network = (value: string) =>
  service(`NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: ${value} } }`);
const exec = (log: string) =>
  cluster(
    'Configuration:',
    '  ExecuteCommandConfiguration:',
    '    Logging: OVERRIDE',
    `    LogConfiguration: ${log}`,
  );
const connect = (tls: string) =>
  service('ServiceConnectConfiguration:', '  Enabled: true', `  Services: [{ PortName: http${tls} }]`);
const ebs = (line: string) =>
  service(`VolumeConfigurations: [{ Name: notes, ManagedEBSVolume: { SizeInGiB: 10${line} } }]`);

const ENVOY = '{ Name: envoy, EntryPoint: [/usr/local/bin/envoy] }';
const envoy = (command: string) =>
  task(`ContainerDefinitions: [{ Name: envoy, EntryPoint: [/usr/local/bin/envoy], Command: [${command}] }]`);

export const ecsExamples: Examples = {
  'ecs-capabilities-dropped': {
    bad: container('Image: redact'),
    good: container('LinuxParameters: { Capabilities: { Drop: [ALL] } }'),
  },
  'ecs-container-capabilities': {
    bad: container('LinuxParameters: { Capabilities: { Add: [SYS_ADMIN] } }'),
    good: container('LinuxParameters: { Capabilities: { Drop: [ALL] } }'),
  },
  'ecs-container-insights': {
    bad: cluster(),
    good: cluster('ClusterSettings: [{ Name: containerInsights, Value: enhanced }]'),
  },
  'ecs-container-logged': {
    bad: container('Image: redact'),
    good: container('LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: redact } }'),
  },
  'ecs-container-not-privileged': {
    bad: container('Privileged: true'),
    good: container('Privileged: false'),
  },
  'ecs-container-read-only': {
    bad: container('Image: redact'),
    good: container('ReadonlyRootFilesystem: true'),
  },
  'ecs-container-user': { bad: container('User: root'), good: container("User: '1000:1000'") },
  'ecs-customer-key': {
    bad: ebs(''),
    good: ebs(', KmsKeyId: !GetAtt Key.Arn').concat(KEY_IN_YAML),
  },
  'ecs-efs-encrypted': {
    bad: volume('EFSVolumeConfiguration: { FilesystemId: fs-1 }'),
    good: volume('EFSVolumeConfiguration: { FilesystemId: fs-1, TransitEncryption: ENABLED }'),
  },
  'ecs-efs-iam': {
    bad: volume('EFSVolumeConfiguration: { FilesystemId: fs-1, TransitEncryption: ENABLED }'),
    good: volume(
      'EFSVolumeConfiguration: { FilesystemId: fs-1, AuthorizationConfig: { IAM: ENABLED, AccessPointId: fsap-1 } }',
    ),
  },
  'ecs-exec-audited': {
    bad: exec('{ CloudWatchLogGroupName: shells }'),
    good: exec('{ CloudWatchLogGroupName: shells, CloudWatchEncryptionEnabled: true }'),
  },
  'ecs-exec-off': {
    bad: service('EnableExecuteCommand: true'),
    good: service('EnableExecuteCommand: false'),
  },
  'ecs-fault-injection-off': {
    bad: task('EnableFaultInjection: true'),
    good: task('EnableFaultInjection: false'),
  },
  'ecs-host-mode-user': {
    bad: task('NetworkMode: host', 'ContainerDefinitions: [{ Name: redact, Image: redact }]'),
    good: task('NetworkMode: host', 'ContainerDefinitions: [{ Name: redact, User: redact }]'),
  },
  'ecs-host-namespaces': { bad: task('PidMode: host'), good: task('PidMode: task') },
  'ecs-host-paths': {
    bad: volume('Host: { SourcePath: /var/run/docker.sock }'),
    good: volume('Host: { SourcePath: /data/notes }'),
  },
  'ecs-mesh-bootstrap': {
    bad: envoy(`--config-yaml, '{"admin":{"address":{"socket_address":{"port_value":9901}}}}'`),
    good: envoy(`--config-yaml, '{"static_resources":{}}'`),
  },
  'ecs-mesh-exec-off': {
    bad: service('TaskDefinition: !Ref Task', 'EnableExecuteCommand: true').concat(envoy('--version')),
    good: service('TaskDefinition: !Ref Task').concat(envoy('--version')),
  },
  'ecs-mesh-image-digest': {
    bad: task(`ContainerDefinitions: [{ Name: envoy, Image: 'mirror/envoy:latest' }]`),
    good: task(`ContainerDefinitions: [{ Name: envoy, Image: 'mirror/envoy@sha256:${'ab'.repeat(32)}' }]`),
  },
  'ecs-mesh-port-mappings': {
    bad: task(`ContainerDefinitions: [${ENVOY}, { Name: notes, PortMappings: [{ ContainerPort: 8080 }] }]`),
    good: task(`ContainerDefinitions: [${ENVOY}, { Name: notes }]`),
  },
  'ecs-network-mode': { bad: task('NetworkMode: bridge'), good: task('NetworkMode: awsvpc') },
  'ecs-platform-version': {
    bad: service('PlatformVersion: 1.3.0'),
    good: service('PlatformVersion: LATEST'),
  },
  'ecs-public-ip': { bad: network('ENABLED'), good: network('DISABLED') },
  'ecs-service-connect-logged': {
    bad: service('ServiceConnectConfiguration: { Enabled: true }'),
    good: service(
      'ServiceConnectConfiguration:',
      '  Enabled: true',
      '  LogConfiguration: { LogDriver: awslogs }',
      '  AccessLogConfiguration: { Format: JSON }',
    ),
  },
  'ecs-service-connect-tls': {
    bad: connect(''),
    good: connect(', Tls: { IssuerCertificateAuthority: { AwsPcaAuthorityArn: !Ref Authority } }').concat(
      yaml('Authority', 'ACMPCA::CertificateAuthority', 'Type: SUBORDINATE'),
    ),
  },
  'ecs-storage-encrypted': { bad: ebs(''), good: ebs(', Encrypted: true') },
  'ecs-volumes-read-only': {
    bad: container('VolumesFrom: [{ SourceContainer: notes }]'),
    good: container('VolumesFrom: [{ SourceContainer: notes, ReadOnly: true }]'),
  },
  'ecs-task-role-distinct': {
    bad: task('TaskRoleArn: !GetAtt Role.Arn', 'ExecutionRoleArn: !GetAtt Role.Arn').concat(
      yaml('Role', 'IAM::Role'),
    ),
    good: task('TaskRoleArn: !GetAtt Role.Arn', 'ExecutionRoleArn: !GetAtt Starter.Arn').concat(
      yaml('Role', 'IAM::Role'),
      yaml('Starter', 'IAM::Role'),
    ),
  },
  'ecs-service-in-vpc': {
    bad: service('LaunchType: EC2'),
    good: service(
      'NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1], SecurityGroups: [sg-1] } }',
    ),
  },
};
