import { statementsOf, type Statement } from '../policy/statement';
import { linked } from '../rules/cloudformation/companions';
import type { Resource } from '../template/resource';
import type { FlowSketch } from './flow-sketch';
import { throughEndpoint, UNKNOWN } from './in-transit';
import { modelsNamed } from './models';
import { referencesOf } from './references';

const associations = linked(['AWS::EC2::SubnetRouteTableAssociation'], (each) =>
  each.property('RouteTableId'),
);

/** Subnet to endpoint, endpoint to service and to the models that its policy names. */
export function endpointFlows(endpoint: Resource): readonly FlowSketch[] {
  if (endpoint.type !== 'AWS::EC2::VPCEndpoint') return [];
  const encryption = throughEndpoint(endpoint);
  const statements = statementsOf(endpoint.property('PolicyDocument'), endpoint.template).filter(
    ({ effect }) => effect === 'Allow',
  );
  const services = servicesOf(endpoint);
  return [
    ...subnetsOf(endpoint).map((subnet): FlowSketch => ({
      kind: 'endpoint',
      from: subnet,
      to: endpoint,
      what: isGateway(endpoint) ? 'route of the gateway endpoint' : 'interface in the subnet',
      ...encryption,
    })),
    ...services.map((service): FlowSketch => ({
      kind: 'endpoint',
      from: endpoint,
      to: `service:${service}`,
      what: whatPasses(endpoint, statements),
      actions: actionsOf(statements),
      ...encryption,
    })),
    ...modelsNamed(statements).map((model): FlowSketch => ({
      kind: 'model',
      from: endpoint,
      to: model,
      what: 'the policy names the model',
      ...UNKNOWN,
    })),
  ];
}

function whatPasses(endpoint: Resource, statements: readonly Statement[]): string {
  if (!endpoint.property('PolicyDocument').isPresent) return 'every action: the endpoint has no policy';
  if (statements.some(({ notActions }) => notActions.length > 0))
    return 'actions of the policy, which names others than these';
  return statements.some(({ unreadable }) => unreadable.length > 0)
    ? 'actions of the policy, a part of which cannot be read'
    : 'actions of the policy';
}

function actionsOf(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.flatMap(({ actions }) => actions))].sort();
}

/** `kms` of `com.amazonaws.us-east-1.kms-fips`; whatever follows the Region. */
function servicesOf(endpoint: Resource): readonly string[] {
  const named = endpoint.property('ServiceName').texts();
  const services = named.map((name) => {
    const [, service] = /^(?:com|cn\.com)\.amazonaws\.(?:\$\{[^}]*\}|[a-z0-9-]+)\.(.+)$/u.exec(name) ?? [];
    return service?.replace(/-fips$/u, '') ?? 'a service of others';
  });
  return services.length === 0 ? ['a service that cannot be read'] : [...new Set(services)];
}

function isGateway(endpoint: Resource): boolean {
  return endpoint.property('RouteTableIds').isPresent;
}

function subnetsOf(endpoint: Resource): readonly Resource[] {
  const { found } = referencesOf(endpoint);
  const direct = found.flatMap(({ target }) => (target.type === 'AWS::EC2::Subnet' ? [target] : []));
  const routed = found
    .filter(({ target }) => target.type === 'AWS::EC2::RouteTable')
    .flatMap(({ target }) => associations(target))
    .flatMap((association) => association.property('SubnetId').targets());
  return [...new Set([...direct, ...routed])];
}
