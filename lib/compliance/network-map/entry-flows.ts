import { accepts } from '../rules/cloudformation/members';
import { linked } from '../rules/cloudformation/companions';
import type { Resource } from '../template/resource';
import type { FlowSketch } from './flow-sketch';
import { AWS, INTERNET } from './ids';
import { byProtocol, UNKNOWN, type InTransit } from './in-transit';
import { isOutsideVpcs } from './outside';

const HTTPS_ONLY: InTransit = { encryption: 'tls', encryptedBy: 'the service answers HTTPS only' };
const listeners = linked(['AWS::ElasticLoadBalancingV2::Listener'], (listener) =>
  listener.property('LoadBalancerArn'),
);

/** What comes in from the internet, and code whose network reaches it. */
export function entryFlows(asset: Resource): readonly FlowSketch[] {
  switch (asset.type) {
    case 'AWS::ElasticLoadBalancingV2::LoadBalancer':
      return loadBalancer(asset);
    case 'AWS::ElasticLoadBalancing::LoadBalancer':
      return isInternal(asset)
        ? []
        : asset
            .property('Listeners')
            .items()
            .map((listener) => entry(asset, 'listener', byProtocol(listener.at('Protocol'), 'listener')));
    case 'AWS::ApiGateway::RestApi': {
      const types = asset.property('EndpointConfiguration.Types');
      const isPrivate =
        types.isPresent && types.items().every((type) => type.texts().every((text) => text === 'PRIVATE'));
      return isPrivate ? [] : [entry(asset, 'API', HTTPS_ONLY)];
    }
    case 'AWS::ApiGatewayV2::Api':
    case 'AWS::AppSync::GraphQLApi':
      return [entry(asset, 'API', HTTPS_ONLY)];
    case 'AWS::Lambda::Url':
      return [entry(asset, 'function URL', HTTPS_ONLY)];
    case 'AWS::CloudFront::Distribution': {
      const viewers = asset.property('DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy');
      return [entry(asset, 'distribution', byProtocol(viewers, 'viewers'))];
    }
    default:
      return isOutsideVpcs(asset)
        ? [
            {
              kind: 'no-vpc',
              from: asset,
              to: INTERNET,
              what: 'runs in no VPC: its network reaches the internet',
              ...UNKNOWN,
            },
          ]
        : [];
  }
}

function loadBalancer(asset: Resource): readonly FlowSketch[] {
  if (isInternal(asset)) return [];
  const found = listeners(asset).map((listener) =>
    entry(asset, 'listener', byProtocol(listener.property('Protocol'), 'listener')),
  );
  return found.length === 0 ? [entry(asset, 'internet-facing load balancer', UNKNOWN)] : found;
}

/** A load balancer faces the internet unless it surely says otherwise. */
function isInternal(balancer: Resource): boolean {
  return accepts(balancer.property('Scheme'), (scheme) => scheme === 'internal') === true;
}

function entry(asset: Resource, what: string, encryption: InTransit): FlowSketch {
  return { kind: 'entry', from: INTERNET, to: asset, what, ...encryption };
}

/** Names that the resolver of a VPC asks the world for. */
export function dnsFlow(vpc: Resource, names: string): FlowSketch {
  const what: Readonly<Record<string, string>> = {
    'allow-list': 'resolves names of an allow-list only',
    'block-list': 'resolves all names but those of a block-list',
    unfiltered: 'resolves every name: no DNS firewall',
    unknown: 'DNS firewall whose rules cannot be read',
  };
  return {
    kind: 'dns',
    from: vpc,
    to: names === 'allow-list' ? AWS : INTERNET,
    what: what[names] ?? names,
    ...UNKNOWN,
  };
}
