import type { Resource } from '../../template/resource';
import { append, perAssembly } from '../cloudformation/per-assembly';

/** VPC endpoints by the VPC they are in. */
const endpoints = perAssembly((assembly) => {
  const byVpc = new Map<Resource, Resource[]>();
  for (const endpoint of assembly.resourcesOf('AWS::EC2::VPCEndpoint')) {
    for (const vpc of endpoint.property('VpcId').targets()) append(byVpc, vpc, endpoint);
  }
  return byVpc;
});

/** True when a VPC of the assembly has an endpoint for a service, e.g. `bedrock-runtime`, FIPS or not. */
export function hasEndpoint(vpc: Resource, service: string): boolean {
  const ending = new RegExp(`\\.${service}(?:-fips)?$`, 'u');
  return (endpoints(vpc.template.assembly).get(vpc) ?? []).some((endpoint) =>
    endpoint
      .property('ServiceName')
      .texts()
      .some((name) => ending.test(name)),
  );
}
