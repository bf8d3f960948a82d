import { bootstrapProblems } from '../../lib/compliance/envoy/bootstrap-problems';
import type { JsonObject } from '../../lib/compliance/template/json';
import { ENVIRONMENT_VARIABLES, GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import { InvalidSettings, parseSettings, type Settings } from '../../lib/environment/settings';
import { doorsSchema } from '../../lambda/gateway/doors/door';
import { doorSchema } from '../../lambda/redaction/door';
import { text } from '../encryption/policy-evaluator';
import { resolves } from '../network/dns-firewall-evaluator';
import { at, list, resourcesOf, type CloudTemplate, type Json } from '../support/synthesize';
import { build, PROD, type Built } from './built';
import { MESH, meshSettings, SUMMARIES } from './mesh-environment';

const built = build(MESH);
const prod = build(PROD);
const stack = ({ templates }: Built, name: string): CloudTemplate =>
  templates[`HipaaAi-prod-${name}`] ?? { Resources: {} };
const mesh = stack(built, 'Mesh');

/** `service (kind)` of each endpoint. */
const endpointsOf = (of: Built) =>
  resourcesOf(stack(of, 'Network'), 'AWS::EC2::VPCEndpoint').map(({ Properties }) =>
    text(Properties['ServiceName']).replace(
      /^.*?(?=acm|ecr|kms|logs|s3|sts|secrets|bedrock|execute|lambda|dyn)/u,
      '',
    ),
  );

const variablesOf = (template: CloudTemplate, name: string): readonly string[] =>
  resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ Properties }) => {
    const value = at(Properties['Environment'], 'Variables', name);
    return value === undefined ? [] : [text(value)];
  });

function bootstraps(): ReadonlyMap<string, JsonObject> {
  return new Map(
    resourcesOf(mesh, 'AWS::ECS::TaskDefinition').map(({ Properties }) => {
      const envoy = list(Properties['ContainerDefinitions']).find((each) => at(each, 'Name') === 'envoy');
      const command = list(at(envoy, 'Command'));
      const bootstrap = JSON.parse(text(command[command.indexOf('--config-yaml') + 1])) as JsonObject;
      return [text(at(bootstrap as Json, 'node', 'id')), bootstrap];
    }),
  );
}

describe('without a mesh that is enabled', () => {
  test('one that is not enabled leaves what there is where it is left out', () => {
    expect(PROD.mesh).toBeUndefined();
    const off: Settings = {
      ...MESH,
      gateway: PROD.gateway,
      mesh: MESH.mesh && { ...MESH.mesh, enabled: false },
    };
    expect(build(off).templates).toEqual(prod.templates);
  });

  test('nothing costs: no CA, no task, no load balancer', () => {
    for (const template of Object.values(prod.templates))
      for (const type of [
        'AWS::ACMPCA::CertificateAuthority',
        'AWS::ECS::Cluster',
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        'AWS::ServiceDiscovery::PrivateDnsNamespace',
      ])
        expect(resourcesOf(template, type)).toEqual([]);
  });
});

describe('the network of a mesh', () => {
  test('has endpoints for the CA and for images besides', () => {
    const added = endpointsOf(built).filter((each) => !endpointsOf(prod).includes(each));
    expect(added.toSorted()).toEqual(['acm-pca', 'ecr.api', 'ecr.dkr']);
  });

  test('has layers of images through an interface of S3 also where there is no gateway', () => {
    const alone = build(parseSettings(meshSettings(withoutGateway), 'config/prod.yaml'));
    expect(endpointsOf(alone).toSorted()).toEqual(
      expect.arrayContaining(['acm-pca', 'ecr.api', 'ecr.dkr', 's3']),
    );
    const s3 = resourcesOf(stack(alone, 'Network'), 'AWS::EC2::VPCEndpoint').filter(({ Properties }) =>
      text(Properties['ServiceName']).endsWith('.s3'),
    );
    expect(s3.map(({ Properties }) => Properties['VpcEndpointType'])).toEqual(['Interface']);
    expect(JSON.stringify(s3)).toContain('starport-layer-bucket');
  });

  test('resolves the names of services and doors, and no others below another name', () => {
    const network = stack(built, 'Network');
    for (const name of ['notes.phi.internal', 'ai-gateway.phi.internal'])
      expect(resolves(network, name)).toBe('resolved');
    expect(resolves(network, 'notes.phi.internal.example.org')).not.toBe('resolved');
    expect(resolves(stack(prod, 'Network'), 'notes.phi.internal')).not.toBe('resolved');
  });
});

describe('a door', () => {
  const groups = resourcesOf(mesh, 'AWS::ElasticLoadBalancingV2::TargetGroup').map(({ Properties }) =>
    text(Properties['Name']),
  );
  const aliasesOf = (name: string) =>
    resourcesOf(stack(built, name), 'AWS::Lambda::Alias').map(({ Properties }) => text(Properties['Name']));

  test('of the gateway is believed by the function, by the name of its target group', () => {
    const [doors = ''] = variablesOf(stack(built, 'Gateway'), GATEWAY_VARIABLES.doors);
    // the id of the API is a reference
    const read = doorsSchema.parse(JSON.parse(doors.replaceAll(/<[^>]*>/gu, 'abc123')));
    expect(read['load-balancer']).toEqual({ door: 'load-balancer', targetGroupName: 'hipaa-prod-gateway' });
    expect(groups).toContain('hipaa-prod-gateway');
    expect(aliasesOf('Gateway').filter((each) => each === 'load-balancer')).toHaveLength(1);
  });

  test('of redaction is believed as well, for the services that may call it', () => {
    const [door = ''] = variablesOf(stack(built, 'Ai'), ENVIRONMENT_VARIABLES.redactionDoor);
    expect(doorSchema.parse(JSON.parse(door))).toEqual({
      targetGroupName: 'hipaa-prod-redaction',
      callers: [SUMMARIES, 'spiffe://phi.internal/service/intake'],
    });
    expect(groups).toContain('hipaa-prod-redaction');
    expect(aliasesOf('Ai')).toEqual(['load-balancer']);
  });

  test('is the only one that may invoke its alias', () => {
    const invoked = ['Gateway', 'Ai', 'Mesh']
      .flatMap((name) => resourcesOf(stack(built, name), 'AWS::Lambda::Permission'))
      .filter(({ Properties }) => Properties['Principal'] === 'elasticloadbalancing.amazonaws.com');
    expect(invoked.map(({ Properties }) => text(Properties['SourceArn'])).toSorted()).toEqual([
      expect.stringMatching(/:targetgroup\/hipaa-prod-gateway\/\*$/u),
      expect.stringMatching(/:targetgroup\/hipaa-prod-redaction\/\*$/u),
    ]);
  });

  test('trusts the CA of the mesh, from an object that follows it', () => {
    const stores = resourcesOf(mesh, 'AWS::ElasticLoadBalancingV2::TrustStore');
    expect(stores).toHaveLength(2);
    const [anchors] = resourcesOf(mesh, 'Custom::HipaaAiMeshAnchors');
    expect(JSON.stringify(anchors?.Properties['anchors'])).toContain('AuthorityRoot');
    for (const { Properties } of stores)
      expect(JSON.stringify(Properties['CaCertificatesBundleS3ObjectVersion'])).toMatch(
        /AnchorsObject.*version/u,
      );
  });

  test('is not there for whoever is not called', () => {
    const quiet = build(
      parseSettings(
        meshSettings((given) => changed(given, (service) => ({ ...service, mayCall: [] }))),
        'config/prod.yaml',
      ),
    );
    for (const type of ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::S3::Bucket'])
      expect(resourcesOf(stack(quiet, 'Mesh'), type)).toEqual([]);
    expect(variablesOf(stack(quiet, 'Ai'), ENVIRONMENT_VARIABLES.redactionDoor)).toEqual([]);
    expect(
      resourcesOf(stack(quiet, 'Gateway'), 'AWS::Lambda::Alias').map(({ Properties }) => Properties['Name']),
    ).not.toContain('load-balancer');
  });
});

describe('a service', () => {
  test.each(['summaries', 'intake', 'notes'])('%s has an Envoy that is strict', (service) => {
    expect(bootstrapProblems(bootstraps().get(service) ?? { admin: {} })).toEqual([]);
  });

  test.each([
    ['summaries', ['application', 'notes', 'ai-gateway', 'redaction']],
    ['intake', ['application', 'notes', 'redaction']],
    ['notes', ['application']],
  ])('%s reaches %p and nobody else', (service, reached) => {
    const clusters = list(at(bootstraps().get(service) as Json, 'static_resources', 'clusters'));
    expect(clusters.map((each) => at(each, 'name'))).toEqual(reached);
  });

  test('that calls a door is let out to it and in at it, and told where it is', () => {
    const rules = (type: string) =>
      resourcesOf(mesh, type).filter(({ Properties }) => Properties['FromPort'] === 443);
    // one for each caller and door; the way to endpoints is in the group of workloads
    expect(rules('AWS::EC2::SecurityGroupIngress')).toHaveLength(3);
    expect(rules('AWS::EC2::SecurityGroupEgress')).toHaveLength(3);
    const told = JSON.stringify(resourcesOf(mesh, 'AWS::ECS::TaskDefinition'));
    expect(told).toContain('"MESH_URL_AI_GATEWAY"');
  });

  test('rings an alarm when its certificate is not renewed, or nobody says so', () => {
    const alarms = resourcesOf(mesh, 'AWS::CloudWatch::Alarm').filter(
      ({ Properties }) => Properties['MetricName'] === 'CertificateHours',
    );
    expect(
      alarms.map(({ Properties }) => text(at(list(Properties['Dimensions'])[0], 'Value'))).toSorted(),
    ).toEqual(['intake', 'notes', 'summaries']);
    for (const { Properties, DependsOn } of alarms) {
      expect(Properties).toMatchObject({
        Namespace: 'HipaaAi/Mesh',
        Threshold: 48,
        ComparisonOperator: 'LessThanThreshold',
        TreatMissingData: 'breaching',
        Statistic: 'Minimum',
      });
      expect(list(Properties['AlarmActions'])).toHaveLength(1);
      expect(
        list(DependsOn)
          .map(text)
          .some((id) => id.includes('Service')),
      ).toBe(true);
    }
  });
});

test('a rotation that fails rings an alarm', () => {
  const [rotation] = resourcesOf(mesh, 'AWS::Lambda::Function').filter(({ Properties }) =>
    text(Properties['Description']).startsWith('Rotates'),
  );
  expect(rotation).toBeDefined();
  const watched = resourcesOf(mesh, 'AWS::CloudWatch::Alarm').filter(
    ({ Properties }) =>
      Properties['MetricName'] === 'Errors' && JSON.stringify(Properties['Dimensions']).includes('Rotation'),
  );
  expect(watched).toHaveLength(1);
});

test('a CA of yours is issued from, and none is made', () => {
  const authority =
    'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-1111-4222-8333-000000000001';
  const { mesh: given } = MESH;
  const anchor = given?.doorCertificate?.anchors ?? '';
  const own = build({
    ...MESH,
    mesh: given && { ...given, certificateAuthority: { arn: authority, anchor } },
  });
  const template = stack(own, 'Mesh');
  expect(resourcesOf(template, 'AWS::ACMPCA::CertificateAuthority')).toEqual([]);
  expect(variablesOf(template, 'HIPAA_AI_MESH_AUTHORITY_ARN')).toEqual([authority]);
});

test('what is under the key of data is opened for secrets alone', () => {
  const statements = resourcesOf(mesh, 'AWS::IAM::ManagedPolicy').flatMap(({ Properties }) =>
    list(at(Properties['PolicyDocument'], 'Statement')).filter((each) =>
      list(at(each, 'Action')).some((action) => text(action).startsWith('kms:')),
    ),
  );
  expect(statements.length).toBeGreaterThanOrEqual(5);
  for (const statement of statements)
    expect(text(at(statement, 'Condition', 'StringEquals', 'kms:ViaService'))).toMatch(/^secretsmanager\./u);
  expect(stack(built, 'Keys')).toEqual(stack(prod, 'Keys'));
});

type Service = Readonly<Record<string, unknown>>;
const ungated = (given: Record<string, unknown>): Record<string, unknown> => ({
  ...given,
  gateway: undefined,
});
const withoutGateway = (given: Record<string, unknown>): unknown =>
  changed(ungated(given), (service) => ({
    ...service,
    mayCall: (service['mayCall'] as string[] | undefined)?.filter((door) => door !== 'gateway') ?? [],
  }));

function changed(
  given: Readonly<Record<string, unknown>>,
  service: (service: Service, index: number) => Service,
  more: object = {},
): unknown {
  const before = given['mesh'] as { services: Service[] };
  return { ...given, mesh: { ...before, services: before.services.map(service), ...more } };
}

describe('settings of a mesh', () => {
  const problemsOf = (value: unknown): readonly string[] => {
    try {
      parseSettings(value, 'config/prod.yaml');
    } catch (error) {
      if (error instanceof InvalidSettings) return error.problems;
      throw error;
    }
    return [];
  };
  const DIGEST = `sha256:${'0'.repeat(64)}`;

  test('that fit are taken', () => {
    expect(problemsOf(meshSettings())).toEqual([]);
  });

  test.each<[string, Service, object?]>([
    ['mesh.services.1.name', { name: 'intake' }],
    ['mesh.services.0.name', { name: 'Summaries' }],
    ['mesh.services.0.image', { image: 'clinical/summaries:latest' }],
    ['mesh.services.0.image', { image: `public.ecr.aws@${DIGEST.slice(0, -1)}` }],
    ['mesh.services.0.appPort', { appPort: 80 }],
    ['mesh.services.0.minTasks', { minTasks: 11 }],
    ['mesh.services.0.allowFrom.0.service', { allowFrom: [{ service: 'nobody' }] }],
    ['mesh.services.0.allowFrom.0.service', { allowFrom: [{ service: 'summaries' }] }],
    ['mesh.services.0.allowFrom.1.service', { allowFrom: [{ service: 'intake' }, { service: 'intake' }] }],
    ['mesh.services.0.mayCall.0', { mayCall: ['internet'] }],
    ['mesh.trustDomain', {}, { trustDomain: 'internal' }],
    ['mesh.envoyImage', {}, { envoyImage: 'envoyproxy/envoy:v1.36' }],
    ['mesh.certificateAuthority', {}, { certificateAuthority: {} }],
    ['mesh.enabled', {}, { enabled: 'yes' }],
    ['mesh.services', {}, { services: [] }],
    ['mesh', {}, { envoy: 'x' }],
  ])('that do not are named by their path: %s', (where, service, more = {}) => {
    const value = meshSettings((given) =>
      changed(given, (each, index) => (index === 0 ? { ...each, ...service } : each), more),
    );
    expect(problemsOf(value).map((problem) => problem.split(': ')[0])).toContain(where);
  });

  test('a door is no name for a service', () => {
    const value = meshSettings((given) =>
      changed(given, (each, index) => (index === 2 ? { ...each, name: 'redaction' } : each)),
    );
    expect(problemsOf(value)).toEqual(["mesh.services.2.name: 'redaction' is the name of a door"]);
  });

  test('whoever may call the gateway is a caller of a use case', () => {
    const value = meshSettings((given) =>
      changed(given, (each, index) => (index === 1 ? { ...each, mayCall: ['gateway'] } : each)),
    );
    expect(problemsOf(value)).toEqual([
      'mesh.services.1.mayCall: names the gateway, and spiffe://phi.internal/service/intake is a caller of no use case',
    ]);
    expect(problemsOf(meshSettings(ungated))).toEqual([
      'mesh.services.0.mayCall: names the gateway, and there is none',
    ]);
  });

  test('a door has a certificate, and what is by ARN is in the Region', () => {
    const elsewhere = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-1111-4222-8333-000000000001';
    const anchors = MESH.mesh?.doorCertificate?.anchors;
    const without = (more: object) => meshSettings((given) => changed(given, (each) => each, more));
    expect(problemsOf(without({ doorCertificate: undefined }))).toEqual([
      'mesh.doorCertificate: is left out, and summaries may call a door',
      'mesh.doorCertificate: is left out, and intake may call a door',
    ]);
    expect(problemsOf(without({ doorCertificate: { source: 'imported', arn: elsewhere, anchors } }))).toEqual(
      ['mesh.doorCertificate.arn: is not in us-east-1'],
    );
    expect(
      problemsOf(
        without({
          certificateAuthority: {
            arn: 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0a1b2c3d-1111-4222-8333-000000000001',
            anchor: anchors,
          },
        }),
      ),
    ).toEqual(['mesh.certificateAuthority.arn: is not in us-east-1']);
  });
});
