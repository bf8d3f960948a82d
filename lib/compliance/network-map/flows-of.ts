import type { Resource } from '../template/resource';
import { endpointFlows } from './endpoint-flows';
import { dnsFlow, entryFlows } from './entry-flows';
import type { FlowSketch } from './flow-sketch';
import { UNKNOWN } from './in-transit';
import { linkFlows } from './link-flows';
import { SECURITY_GROUP, securityGroupFlows } from './security-group-flows';
import { groundOf, namesIn, SUBNET, VPC } from './zones';

/** Flows that one resource describes, calls apart. */
export function flowsOf(resource: Resource): readonly FlowSketch[] {
  switch (resource.type) {
    case VPC:
      return [dnsFlow(resource, namesIn(resource))];
    case SUBNET:
      return routeFlows(resource);
    case SECURITY_GROUP:
      return securityGroupFlows(resource);
    case 'AWS::EC2::VPCEndpoint':
      return endpointFlows(resource);
    default:
      return [...linkFlows(resource), ...entryFlows(resource)];
  }
}

function routeFlows(subnet: Resource): readonly FlowSketch[] {
  return groundOf(subnet).exits.map(({ to, by, steps, range, isSure }) => ({
    kind: 'route',
    from: subnet,
    to,
    what: isSure ? by : `${by} that cannot be read`,
    steps,
    ...(range === undefined ? {} : { range }),
    ...UNKNOWN,
  }));
}
