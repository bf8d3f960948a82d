import { retired } from '../../../lib/compliance/rules/appmesh/retired';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const task = (properties: JsonObject) => subject('AWS::ECS::TaskDefinition', properties);
const proxy = (properties: JsonObject) =>
  task({ ProxyConfiguration: { ContainerName: 'envoy', ...properties } });

export const appmeshCases = [
  casesOf(retired, {
    'a mesh is a finding': seen(subject('AWS::AppMesh::Mesh', { MeshName: 'notes' }), 'Properties'),
    'a node of one is a finding': subject('AWS::AppMesh::VirtualNode', {}),
    'a task behind its proxy is a finding': seen(
      proxy({ Type: 'APPMESH' }),
      'Properties.ProxyConfiguration.Type',
    ),
    'a proxy of no kind is a finding': proxy({}),
    'another proxy is compliant': proxy({ Type: 'OTHER' }),
    'a kind left to a parameter is unknown': proxy({ Type: OPEN }),
    'a task without a proxy is not applicable': task({}),
  }),
];
