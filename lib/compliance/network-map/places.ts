import type { Resource } from '../template/resource';
import { assetKind } from './asset-kinds';
import { AWS, ELSEWHERE, type End } from './ids';
import { referencesOf } from './references';

const SUBNET = 'AWS::EC2::Subnet';
const VPC = 'AWS::EC2::VPC';
/** What stands between a resource and its subnets. */
const GROUP = /(?:SubnetGroup|VpcConnector|VpcLink|DBCluster|NetworkProfile)$/u;
/** Properties that say in which network something is, whatever their value. */
const NETWORK = /subnet|vpcconnector|vpczoneidentifier/iu;
/** Services of AWS that have no place in a network, although they name one for what they start. */
const PLACELESS: ReadonlySet<string> = new Set([
  'AWS::Events::Rule',
  'AWS::Pipes::Pipe',
  'AWS::EC2::TransitGateway',
]);

const known = new WeakMap<Resource, readonly End[]>();

/** Subnets a resource is in, else its VPC, else the network that no template shows, else the APIs of AWS. */
export function placesOf(resource: Resource): readonly End[] {
  const before = known.get(resource);
  if (before) return before;
  const places = lookUp(resource);
  known.set(resource, places);
  return places;
}

function lookUp(resource: Resource): readonly End[] {
  if (PLACELESS.has(resource.type)) return [AWS];
  const subnets = subnetsBehind(resource, 0);
  if (subnets.length > 0) return subnets;
  const { found, other } = referencesOf(resource);
  const vpcs = found.filter(({ path, target }) => target.type === VPC && path === 'VpcId');
  if (vpcs.length > 0) return [...new Set(vpcs.map(({ target }) => target))];
  const attached = attachedTo(resource);
  if (attached.length > 0) return attached;
  const isInNetwork =
    other.some((path) => NETWORK.test(path)) || found.some(({ target }) => GROUP.test(target.type));
  return [isInNetwork && assetKind(resource.type) !== 'stream' ? ELSEWHERE : AWS];
}

function subnetsBehind(resource: Resource, depth: number): readonly Resource[] {
  const { found } = referencesOf(resource);
  const direct = found.flatMap(({ target }) => (target.type === SUBNET ? [target] : []));
  if (direct.length > 0 || depth > 1) return [...new Set(direct)];
  const groups = new Set(found.flatMap(({ target }) => (GROUP.test(target.type) ? [target] : [])));
  return [...new Set([...groups].flatMap((group) => subnetsBehind(group, depth + 1)))];
}

/** VPCs that a gateway is attached to. */
function attachedTo(gateway: Resource): readonly Resource[] {
  if (assetKind(gateway.type) !== 'gateway') return [];
  const attachments = gateway.template.assembly.resourcesOf('AWS::EC2::VPCGatewayAttachment');
  return attachments
    .filter((attachment) =>
      ['InternetGatewayId', 'VpnGatewayId'].some((name) =>
        attachment.property(name).targets().includes(gateway),
      ),
    )
    .flatMap((attachment) => attachment.property('VpcId').targets())
    .filter(({ type }) => type === VPC);
}
