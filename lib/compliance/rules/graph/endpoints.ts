import { allows } from '../../policy/allow';
import { statementsOf } from '../../policy/statement';
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

const byService = new WeakMap<Resource, Map<string, readonly Resource[]>>();
/** Endpoints that a VPC of the assembly has for a service, e.g. `bedrock-runtime`, FIPS or not. */
export function endpointsFor(vpc: Resource, service: string): readonly Resource[] {
  // asked for every call of every function
  const known = byService.get(vpc) ?? new Map<string, readonly Resource[]>();
  const found = known.get(service) ?? lookUp(vpc, service);
  byService.set(vpc, known.set(service, found));
  return found;
}

function lookUp(vpc: Resource, service: string): readonly Resource[] {
  const ending = new RegExp(`\\.${service}(?:-fips)?$`, 'u');
  return (endpoints(vpc.template.assembly).get(vpc) ?? []).filter((endpoint) =>
    endpoint
      .property('ServiceName')
      .texts()
      .some((name) => ending.test(name)),
  );
}

/** True when a VPC of the assembly has an endpoint for a service. */
export function hasEndpoint(vpc: Resource, service: string): boolean {
  return endpointsFor(vpc, service).length > 0;
}

/** VPCs of the assembly that a function is in. One that another app made shows nothing of its endpoints here. */
export function vpcsOf(lambda: Resource): readonly Resource[] {
  const vpcs = lambda
    .property('VpcConfig.SubnetIds')
    .items()
    .flatMap((subnet) => subnet.targets())
    .flatMap((subnet) => subnet.property('VpcId').targets())
    .filter(({ type }) => type === 'AWS::EC2::VPC');
  return [...new Set(vpcs)];
}

/** Whether a policy lets an action through for anybody, on anything: who and what is for other rules. */
export function passes(endpoint: Resource, action: string): boolean | undefined {
  const document = endpoint.property('PolicyDocument');
  if (document.values.some(({ kind }) => kind === 'absent')) return true;
  const statements = statementsOf(document, endpoint.template);
  if (statements.some((statement) => allows(statement, action))) return true;
  return statements.some(({ unreadable }) => unreadable.some((member) => member !== 'Condition'))
    ? undefined
    : false;
}
