import { requireValue } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';

export const retired: Rule = {
  id: 'appmesh-retired',
  title: 'nothing is left to AWS App Mesh, which has ended',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.308(a)(7)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'AWS ended App Mesh on 2026-09-30; the CDK still makes its resources, and they fail when they are deployed.',
  fix: 'use MeshService of this package, or ECS Service Connect with TLS where one side may be unknown; see docs/mesh.md',
  resourceTypes: [
    'AWS::AppMesh::GatewayRoute',
    'AWS::AppMesh::Mesh',
    'AWS::AppMesh::Route',
    'AWS::AppMesh::VirtualGateway',
    'AWS::AppMesh::VirtualNode',
    'AWS::AppMesh::VirtualRouter',
    'AWS::AppMesh::VirtualService',
    'AWS::ECS::TaskDefinition',
  ],
  check(resource) {
    if (resource.type !== 'AWS::ECS::TaskDefinition') return [finding('Properties', 'is of App Mesh')];
    const proxy = resource.property('ProxyConfiguration');
    if (!proxy.isPresent) return 'not-applicable';
    return whereThere(proxy, (block) => [
      // App Mesh is what the type is where none is given
      ...requireValue(
        block.at('Type'),
        (type) => (type.kind === 'literal' ? type.value !== 'APPMESH' : undefined),
        'must not be APPMESH',
      ),
    ]);
  },
};
