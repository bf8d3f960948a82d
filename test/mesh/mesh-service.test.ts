import { aws_ec2 as ec2, aws_sns as sns, Duration } from 'aws-cdk-lib';
import { bootstrapProblems } from '../../lib/compliance/envoy/bootstrap-problems';
import type { JsonObject } from '../../lib/compliance/template/json';
import type { MeshIdentity } from '../../lib/mesh/mesh-identity';
import type { MeshServiceProps } from '../../lib/mesh/mesh-service-props';
import type { IServiceIdentity } from '../../lib/mesh/service-identity';
import { text } from '../encryption/policy-evaluator';
import { envoyProtos } from '../support/envoy/protos';
import { validateConfig } from '../support/envoy/validate-config';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  type CloudTemplate,
  type Json,
} from '../support/synthesize';
import { DIGEST, MeshPlace } from './mesh-place';

const protos = envoyProtos();

/** Three services: a gateway calls redaction, on one route, and inference. */
function place() {
  const here = new MeshPlace();
  const gateway = here.service('ai-gateway');
  const redaction = here.service('redaction');
  const inference = here.service('inference');
  redaction.allowFrom(gateway, { routes: [{ path: '/v1/redact', methods: ['POST'] }] });
  inference.allowFrom(gateway);
  return { here, gateway, redaction, inference };
}

function taskOf(template: CloudTemplate, service: string): Json {
  const task = resourcesOf(template, 'AWS::ECS::TaskDefinition').find(({ Properties }) =>
    new RegExp(`"Identity\\d+${service.replaceAll('-', '')}`, 'u').test(JSON.stringify(Properties)),
  );
  if (!task) throw new Error(`no task of ${service}`);
  return task.Properties;
}

function containerOf(task: Json, name: string): Json {
  const container = list(at(task, 'ContainerDefinitions')).find((each) => at(each, 'Name') === name);
  if (container === undefined) throw new Error(`no container ${name}`);
  return container;
}

function bootstrapOf(template: CloudTemplate, service: string): JsonObject {
  const command = list(at(containerOf(taskOf(template, service), 'envoy'), 'Command'));
  return JSON.parse(text(command[command.indexOf('--config-yaml') + 1])) as JsonObject;
}

const variables = (container: Json) =>
  Object.fromEntries(
    list(at(container, 'Environment')).map((each) => [text(at(each, 'Name')), at(each, 'Value')]),
  );

describe('a service', () => {
  const { here } = place();
  const template = synthesize(here.stack);

  test.each(['ai-gateway', 'redaction', 'inference'])('%s carries a bootstrap that is strict', (service) => {
    const bootstrap = bootstrapOf(template, service);
    expect(bootstrapProblems(bootstrap)).toEqual([]);
    const report = validateConfig(protos, 'envoy.config.bootstrap.v3.Bootstrap', bootstrap);
    expect([...report.errors, ...report.warnings]).toEqual([]);
  });

  test('has an application that nothing reaches past Envoy, and no shell', () => {
    for (const task of resourcesOf(template, 'AWS::ECS::TaskDefinition')) {
      expect(at(task.Properties, 'NetworkMode')).toBe('awsvpc');
      for (const container of list(at(task.Properties, 'ContainerDefinitions'))) {
        expect(list(at(container, 'PortMappings'))).toEqual([]);
        expect(at(container, 'ReadonlyRootFilesystem')).toBe(true);
        expect(at(container, 'LinuxParameters', 'Capabilities', 'Drop')).toEqual(['ALL']);
        expect(at(container, 'User')).toMatch(/^13\d\d:13\d\d$/u);
        expect(at(container, 'Privileged')).toBeUndefined();
      }
    }
    for (const { Properties } of resourcesOf(template, 'AWS::ECS::Service')) {
      expect(Properties['EnableExecuteCommand']).toBe(false);
      expect(at(Properties, 'NetworkConfiguration', 'AwsvpcConfiguration', 'AssignPublicIp')).toBe(
        'DISABLED',
      );
      expect(at(Properties, 'DeploymentConfiguration', 'DeploymentCircuitBreaker')).toEqual({
        Enable: true,
        Rollback: true,
      });
    }
  });

  test('runs images that are told by their content', () => {
    for (const task of resourcesOf(template, 'AWS::ECS::TaskDefinition'))
      for (const container of list(at(task.Properties, 'ContainerDefinitions')))
        expect(JSON.stringify(at(container, 'Image'))).toContain(`@${DIGEST}`);
  });

  test('keeps the keys from the application: it has no mount of the folder they are in', () => {
    const task = taskOf(template, 'redaction');
    const mounts = (name: string) =>
      list(at(containerOf(task, name), 'MountPoints')).map((mount) => [
        at(mount, 'ContainerPath'),
        at(mount, 'ReadOnly'),
      ]);
    expect(mounts('agent')).toEqual([['/run/mesh', false]]);
    expect(mounts('envoy')).toEqual([['/run/mesh', true]]);
    expect(mounts('application')).toEqual([['/tmp', false]]);
  });

  test('starts Envoy when there is a certificate, and the application when there is Envoy', () => {
    const task = taskOf(template, 'redaction');
    expect(at(containerOf(task, 'envoy'), 'DependsOn')).toEqual([
      { Condition: 'HEALTHY', ContainerName: 'agent' },
    ]);
    expect(at(containerOf(task, 'application'), 'DependsOn')).toEqual([
      { Condition: 'START', ContainerName: 'envoy' },
    ]);
    expect(at(containerOf(task, 'agent'), 'HealthCheck', 'Command')).toEqual([
      'CMD',
      'node',
      'index.js',
      'health',
    ]);
  });

  test('is found by the addresses of its tasks', () => {
    const names = resourcesOf(template, 'AWS::ServiceDiscovery::Service').map(({ Properties }) => [
      Properties['Name'],
      at(Properties, 'DnsConfig', 'DnsRecords'),
    ]);
    expect(names).toContainEqual(['redaction', [{ TTL: 10, Type: 'A' }]]);
    expect(onlyResource(template, 'AWS::ServiceDiscovery::PrivateDnsNamespace').Properties['Name']).toBe(
      'phi.internal',
    );
  });

  test('reads its own identity, and that of nobody else', () => {
    const policies = resourcesOf(template, 'AWS::IAM::ManagedPolicy').filter(({ Properties }) =>
      /redactionRolesTask/u.test(JSON.stringify(Properties['Roles'])),
    );
    expect(policies).toHaveLength(1);
    const written = JSON.stringify(policies[0]);
    expect(written).toMatch(/Identity\d+redaction/u);
    expect(written).not.toMatch(/Identity\d+(?:inference|aigateway)/u);
  });
});

describe('an edge', () => {
  const { here } = place();
  const template = synthesize(here.stack);

  test('is a rule of both security groups, a name and a route together', () => {
    const ingress = resourcesOf(template, 'AWS::EC2::SecurityGroupIngress').filter(
      ({ Properties }) => Properties['FromPort'] === 8443,
    );
    const egress = resourcesOf(template, 'AWS::EC2::SecurityGroupEgress').filter(
      ({ Properties }) => Properties['FromPort'] === 8443,
    );
    expect(ingress).toHaveLength(2);
    expect(egress).toHaveLength(2);
    for (const { Properties } of ingress) {
      expect(Properties['ToPort']).toBe(8443);
      expect(JSON.stringify(Properties['SourceSecurityGroupId'])).toContain('aigateway');
    }
    const written = JSON.stringify(bootstrapOf(template, 'redaction'));
    expect(written).toContain('"matcher":{"exact":"spiffe://phi.internal/service/ai-gateway"}');
    expect(written).toContain('"url_path":{"path":{"exact":"/v1/redact"}}');
    expect(written).not.toContain('service/inference');
  });

  test('gives the caller an address on loopback, and its agent the name of the peer', () => {
    const task = taskOf(template, 'ai-gateway');
    expect(variables(containerOf(task, 'application'))).toMatchObject({
      MESH_URL_REDACTION: 'http://127.0.0.1:9001',
      MESH_URL_INFERENCE: 'http://127.0.0.1:9002',
    });
    expect(variables(containerOf(task, 'agent'))).toMatchObject({
      HIPAA_AI_MESH_PEERS: 'redaction,inference',
      HIPAA_AI_MESH_CALLERS: '',
    });
    expect(variables(containerOf(taskOf(template, 'redaction'), 'agent'))).toMatchObject({
      HIPAA_AI_MESH_PEERS: '',
      HIPAA_AI_MESH_CALLERS: 'ai-gateway',
    });
    const written = JSON.stringify(bootstrapOf(template, 'ai-gateway'));
    expect(written).toContain('"address":"redaction.phi.internal","port_value":8443');
  });

  test('lets in a function with an identity of its own', () => {
    const there = new MeshPlace();
    const redaction = there.service('redaction');
    const securityGroup = new ec2.SecurityGroup(there.stack, 'Intake', {
      vpc: there.mesh.props.vpc,
      allowAllOutbound: false,
    });
    redaction.allowFrom({ identity: there.identity('intake'), securityGroup });
    const open = synthesize(there.stack);
    expect(JSON.stringify(bootstrapOf(open, 'redaction'))).toContain('spiffe://phi.internal/service/intake');
    const [egress] = resourcesOf(open, 'AWS::EC2::SecurityGroupEgress').filter(
      ({ Properties }) => Properties['FromPort'] === 8443,
    );
    expect(JSON.stringify(egress?.Properties['GroupId'])).toContain('Intake');
    const stranger = { identity: there.identity('stranger', 'phi.example'), securityGroup };
    expect(refusal(() => redaction.allowFrom(stranger)).code).toBe('MeshEdge');
  });

  test('is not there by itself: a service that nobody may call opens no port', () => {
    const lonely = new MeshPlace();
    lonely.service('redaction');
    const alone = synthesize(lonely.stack);
    expect(JSON.stringify(bootstrapOf(alone, 'redaction'))).not.toContain('8443');
    expect(
      resourcesOf(alone, 'AWS::EC2::SecurityGroupIngress').filter(
        ({ Properties }) => Properties['FromPort'] === 8443,
      ),
    ).toEqual([]);
  });

  test.each([
    ['to itself', ({ redaction }: Place) => redaction.allowFrom(redaction)],
    ['that is open already', ({ redaction, gateway }: Place) => redaction.allowFrom(gateway)],
    [
      'into another mesh',
      ({ redaction }: Place) => redaction.allowFrom(new MeshPlace().service('ai-gateway')),
    ],
  ])('%s is refused', (_, open) => {
    expect(refusal(() => open(place())).code).toBe('MeshEdge');
  });

  test.each(['v1', '/v1/*/a', '/v1*', '/v1?a=1', '/v1/%2e', '/v1/../a', '/v1/./a', '//v1', '/v1/a b', ''])(
    'to the route %j is refused',
    (path) => {
      const { inference, redaction } = place();
      expect(refusal(() => inference.allowFrom(redaction, { routes: [{ path }] })).code).toBe('MeshRoute');
    },
  );

  test.each(['/', '/*', '/v1', '/v1/', '/v1/a.b_c~d-e', '/v1/*'])('to the route %j is opened', (path) => {
    const { inference, redaction } = place();
    expect(() => inference.allowFrom(redaction, { routes: [{ path }] })).not.toThrow();
  });

  test('with a route that no method may call is refused', () => {
    const { inference, redaction } = place();
    const routes = [{ path: '/v1', methods: [] }];
    expect(refusal(() => inference.allowFrom(redaction, { routes })).code).toBe('MeshRoute');
  });
});

type Place = ReturnType<typeof place>;

test('an identity is what MeshIdentity makes', () => {
  // the compiler holds one to the other
  const asIdentity = (made: MeshIdentity): IServiceIdentity => made;
  expect(asIdentity).toBeDefined();
});

describe('settings', () => {
  const fails = (changes: Partial<MeshServiceProps>) =>
    refusal(() => new MeshPlace().service('redaction', changes));

  test('an identity of another trust domain is refused', () => {
    const here = new MeshPlace({ trustDomain: 'phi.example' });
    expect(refusal(() => here.service('redaction')).code).toBe('Identity');
  });

  test('two services of one name are refused', () => {
    const here = new MeshPlace();
    here.service('redaction');
    expect(refusal(() => here.service('redaction')).code).toBe('ServiceName');
  });

  test.each([80, 1023, 8443, 9001, 9100, 65_536, 8080.5])('the port %d is refused', (appPort) => {
    expect(fails({ appPort }).code).toBe('AppPort');
  });

  test.each([1024, 8080, 9000, 9101, 65_535])('the port %d is taken', (appPort) => {
    expect(() => new MeshPlace().service('redaction', { appPort })).not.toThrow();
  });

  test.each([
    [Duration.seconds(59), true],
    [Duration.minutes(1), false],
    [Duration.hours(12), false],
    [Duration.hours(13), true],
  ])('connections of %s are refused: %s', (connectionDuration, isRefused) => {
    const make = () => new MeshPlace().service('redaction', { connectionDuration });
    if (isRefused) expect(refusal(make).code).toBe('ConnectionDuration');
    else expect(make).not.toThrow();
  });

  test.each([
    [0, 1],
    [3, 2],
  ])('%d to %d tasks are refused', (minTasks, maxTasks) => {
    expect(fails({ minTasks, maxTasks }).code).toBe('TaskCount');
  });

  test.each(['latest', 'sha256:abc', `sha256:${'G'.repeat(64)}`, `${DIGEST}0`])(
    'the image %j is refused',
    (digest) => {
      const here = new MeshPlace();
      const image = { ...here.image, digest };
      expect(refusal(() => here.service('redaction', { image })).code).toBe('ImageDigest');
    },
  );

  test.each(['phi', 'PHI.internal', 'phi_.internal', ''])('the trust domain %j is refused', (trustDomain) => {
    expect(refusal(() => new MeshPlace({ trustDomain })).code).toBe('TrustDomain');
  });

  test('more peers than a task definition has room for are refused at synthesis', () => {
    const build = (count: number) => {
      const here = new MeshPlace();
      const gateway = here.service('ai-gateway');
      for (let each = 0; each < count; each++) here.service(`peer-${each}`).allowFrom(gateway);
      return () => synthesize(here.stack);
    };
    expect(build(9)).not.toThrow();
    expect(build(10)).toThrow('a task definition has room for 49152');
  });
});

test('refusals are told to a topic, where there is one', () => {
  const here = new MeshPlace();
  const alarmTopic = new sns.Topic(here.stack, 'Topic');
  const told = new MeshPlace({
    alarmTopic: sns.Topic.fromTopicArn(here.stack, 'It', 'arn:aws:sns:us-east-1:1:t'),
  });
  told.service('redaction');
  expect(alarmTopic).toBeDefined();
  const patterns = resourcesOf(synthesize(told.stack), 'AWS::Logs::MetricFilter').map(
    ({ Properties }) => Properties['FilterPattern'],
  );
  expect(patterns).toEqual([
    '{ $.event = "connection" && $.refused = "*" }',
    '{ $.event = "inbound" && $.status = 403 }',
  ]);
  here.service('redaction');
  expect(resourcesOf(synthesize(here.stack), 'AWS::CloudWatch::Alarm')).toEqual([]);
});
