import type { Examples } from '../example';
import { yaml } from '../yaml';

export const appmeshExamples: Examples = {
  'appmesh-retired': {
    bad: yaml('Mesh', 'AppMesh::Mesh', 'MeshName: notes'),
    good: yaml('Task', 'ECS::TaskDefinition', 'ProxyConfiguration: { Type: OTHER, ContainerName: envoy }'),
  },
};
