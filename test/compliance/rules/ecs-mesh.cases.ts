import { meshBootstrap } from '../../../lib/compliance/rules/ecs/mesh-bootstrap';
import { meshExecOff } from '../../../lib/compliance/rules/ecs/mesh-exec-off';
import { meshImageDigest } from '../../../lib/compliance/rules/ecs/mesh-image-digest';
import { meshPortMappings } from '../../../lib/compliance/rules/ecs/mesh-port-mappings';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { envoyBootstrap } from '../../../lib/mesh/bootstrap/envoy-bootstrap';
import { NODE } from '../../mesh/mesh-nodes';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const TASK = 'AWS::ECS::TaskDefinition';
const SERVICE = 'AWS::ECS::Service';
const FIRST = 'Properties.ContainerDefinitions.0';

const STRICT = JSON.stringify(envoyBootstrap(NODE));
const ENVOY = { Name: 'envoy', EntryPoint: ['/usr/local/bin/envoy'] };
const task = (...containers: readonly Json[]) => subject(TASK, { ContainerDefinitions: containers });
const configured = (configuration: Json) =>
  task({ ...ENVOY, Command: ['--config-yaml', configuration, '--disable-hot-restart'] });
const image = (name: Json) => task({ ...ENVOY, Image: name });
const beside = (container: JsonObject) => task({ Name: 'notes', ...container }, ENVOY);
const service = (properties: JsonObject, container: JsonObject = ENVOY) =>
  subject(
    SERVICE,
    { TaskDefinition: ref('Task'), ...properties },
    { Task: resource(TASK, { ContainerDefinitions: [container] }) },
  );
/** As the CDK writes an image of a repository. */
const joined = (end: string): Json => ({
  'Fn::Join': ['', [{ 'Fn::Select': [4, { 'Fn::Split': [':', OPEN] }] }, '.dkr.ecr/mirror', end]],
});
const DIGEST = `@sha256:${'ab'.repeat(32)}`;

export const ecsMeshCases = [
  casesOf(meshBootstrap, {
    'what our own services carry is compliant': configured(STRICT),
    'a port that is filled in at deployment is compliant': configured({
      'Fn::Join': ['', [STRICT.slice(0, 20), STRICT.slice(20)]],
    }),
    'a configuration in the image is compliant': task({ ...ENVOY, Command: ['-c', '/etc/envoy.yaml'] }),
    'nobody is asked for a certificate is a finding': seen(
      configured(STRICT.replace('"require_client_certificate":true', '"require_client_certificate":false')),
      `${FIRST}.Command`,
    ),
    'an administration port is a finding': configured(
      '{"admin":{"address":{"socket_address":{"address":"0.0.0.0","port_value":9901}}}}',
    ),
    'what is no JSON is unknown': seen(configured('admin: {'), `${FIRST}.Command`),
    'a list is unknown': configured('[]'),
    'a configuration left to a parameter is unknown': configured(OPEN),
    'a configuration that is sometimes another is unknown': configured(either(STRICT, '{}')),
    'nothing behind the option is unknown': task({ ...ENVOY, Command: ['--config-yaml'] }),
    'a task without Envoy is not applicable': task({ Name: 'notes', Image: 'notes' }),
    'a program of a similar name is not applicable': task({ Name: 'notes', Image: 'team/envoyage:1' }),
  }),
  casesOf(meshExecOff, {
    'a service without a shell is compliant': service({}),
    'a shell that is off is compliant': service({ EnableExecuteCommand: false }),
    'a shell is a finding': seen(service({ EnableExecuteCommand: true }), 'Properties.EnableExecuteCommand'),
    'a shell beside an Envoy told by its image is a finding': service(
      { EnableExecuteCommand: 'true' },
      { Image: 'mirror/envoy:v1.36.0' },
    ),
    'a shell beside an Envoy of App Mesh is a finding': service(
      { EnableExecuteCommand: true },
      { Image: 'public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29' },
    ),
    'a shell left to a parameter is unknown': service({ EnableExecuteCommand: OPEN }),
    'a shell elsewhere is not applicable': service({ EnableExecuteCommand: true }, { Image: 'notes' }),
    'a task that is not in the template is not applicable': subject(SERVICE, {
      EnableExecuteCommand: true,
      TaskDefinition: 'notes:7',
    }),
  }),
  casesOf(meshImageDigest, {
    'a digest is compliant': image(`mirror/envoy${DIGEST}`),
    'a digest behind a repository of the stack is compliant': subject(
      TASK,
      {
        ContainerDefinitions: [
          { ...ENVOY, Image: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Mirror', 'RepositoryUri'] }, DIGEST]] } },
        ],
      },
      { Mirror: resource('AWS::ECR::Repository') },
    ),
    'a digest behind a name that is taken apart is compliant': image(joined(DIGEST)),
    'a tag behind a name that is taken apart is unknown': image(joined(':latest')),
    'a tag is a finding': seen(image('mirror/envoy:distroless-v1.36.0'), `${FIRST}.Image`),
    'no tag is a finding': image('mirror/envoy'),
    'a digest that is too short is a finding': image('mirror/envoy@sha256:abab'),
    'no image is a finding': task(ENVOY),
    'an image left to a parameter is unknown': image(OPEN),
    'an image that ends in a parameter is unknown': image({ 'Fn::Sub': 'mirror/envoy@${Open}' }),
    'another program is not applicable': task({ Name: 'notes', Image: 'notes:1' }),
  }),
  casesOf(meshPortMappings, {
    'no port is compliant': beside({}),
    'an empty list is compliant': beside({ PortMappings: [] }),
    'a port of Envoy itself is compliant': task({ ...ENVOY, PortMappings: [{ ContainerPort: 8443 }] }),
    'a port that is nothing is compliant': beside({ PortMappings: [NOTHING] }),
    'a port is a finding': seen(beside({ PortMappings: [{ ContainerPort: 8080 }] }), `${FIRST}.PortMappings`),
    'a port that is sometimes there is a finding': beside({
      PortMappings: either([{ ContainerPort: 8080 }], NOTHING),
    }),
    'ports left to a parameter is unknown': beside({ PortMappings: OPEN }),
    'a port without Envoy is not applicable': task({
      Name: 'notes',
      PortMappings: [{ ContainerPort: 8080 }],
    }),
  }),
];
