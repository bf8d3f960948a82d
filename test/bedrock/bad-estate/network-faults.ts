import { aws_ec2 as ec2, aws_route53resolver as resolver } from 'aws-cdk-lib';
import type { Estate } from './estate';
import type { Fault } from './fault';
import { one, remove } from './parts';

/** The endpoint of a service, as CloudFormation gets it. */
function endpointTo(estate: Estate, service: string): ec2.CfnVPCEndpoint {
  return one(estate.network.endpoints, ec2.CfnVPCEndpoint, ({ serviceName }) =>
    JSON.stringify(estate.stack.resolve(serviceName)).includes(`.${service}"`),
  );
}

export const NETWORK_FAULTS: readonly Fault[] = [
  {
    name: 'endpoint of Bedrock without a policy',
    make: (estate) => endpointTo(estate, 'bedrock-runtime').addPropertyDeletionOverride('PolicyDocument'),
    findings: ['ec2-endpoint-policy Network/Endpoints/BedrockRuntime/Resource'],
  },
  {
    name: 'endpoint of Bedrock that lets every model through',
    insteadOf: 'endpoint of Bedrock without a policy',
    make: (estate) =>
      endpointTo(estate, 'bedrock-runtime').addPropertyOverride('PolicyDocument.Statement.0.Resource', '*'),
    findings: ['bedrock-endpoint-models Network/Endpoints/BedrockRuntime/Resource'],
  },
  {
    name: 'endpoint of Bedrock without its private name',
    make: (estate) => endpointTo(estate, 'bedrock-runtime').addPropertyOverride('PrivateDnsEnabled', false),
    findings: ['ec2-endpoint-private-dns Network/Endpoints/BedrockRuntime/Resource'],
  },
  {
    name: 'endpoint to mantle',
    make: (estate) =>
      endpointTo(estate, 'sts').addPropertyOverride('ServiceName', 'com.amazonaws.us-east-1.bedrock-mantle'),
    findings: ['bedrock-no-mantle Network/Endpoints/Sts/Resource'],
  },
  {
    name: 'no DNS firewall',
    make: (estate) => remove(one(estate.network.egress, resolver.CfnFirewallRuleGroupAssociation)),
    findings: ['route53resolver-dns-firewall Network/Closed/Vpc/Resource'],
  },
  {
    name: 'DNS firewall that answers when it cannot judge',
    make: (estate) =>
      one(estate.network.egress, resolver.CfnFirewallConfig).addPropertyOverride(
        'FirewallFailOpen',
        'ENABLED',
      ),
    findings: ['route53resolver-firewall-fails-closed Network/Egress/DnsFirewall/FailClosed'],
  },
  {
    name: 'DNS query log missing',
    make: (estate) => remove(one(estate.network.egress, resolver.CfnResolverQueryLoggingConfigAssociation)),
    findings: ['route53resolver-query-logs Network/Closed/Vpc/Resource'],
  },
  {
    name: 'public AI service among the names that the DNS firewall allows',
    make: (estate) => {
      const { domains = [] } = allowed(estate);
      allowed(estate).addPropertyOverride('Domains', [...domains, 'api.openai.com']);
    },
    findings: ['route53resolver-no-public-ai Network/Egress/DnsFirewall/Resource'],
  },
  {
    name: 'public AI service among the hosts that the firewall allows',
    make: (estate) =>
      estate.network.hosts.addPropertyOverride(
        'RuleGroup.RulesSource.RulesSourceList.Targets.1',
        '.anthropic.com',
      ),
    findings: ['networkfirewall-no-public-ai Network/Hosts'],
  },
  {
    name: 'route to an internet gateway',
    make: (estate) => estate.network.openToTheInternet(),
    findings: ['ec2-vpc-no-internet-path Network/Gateway', 'ec2-route-no-default-to-internet Network/Out'],
  },
  {
    name: 'open network ACL',
    make: (estate) => {
      const [entry] = estate.network.network.node
        .findAll()
        .filter((each) => each instanceof ec2.CfnNetworkAclEntry && each.egress !== true);
      if (!(entry instanceof ec2.CfnNetworkAclEntry)) throw new Error('no entry');
      entry.addPropertyOverride('CidrBlock', '0.0.0.0/0');
    },
    findings: ['ec2-network-acl-closed Network/Closed/Acl/Resource/HttpsIn/Resource'],
  },
  {
    name: 'no flow log',
    make: (estate) => remove(one(estate.network.network, ec2.CfnFlowLog)),
    findings: ['ec2-vpc-flow-logs Network/Closed/Vpc/Resource'],
  },
  {
    name: 'security group open to the internet',
    make: (estate) =>
      new ec2.CfnSecurityGroupEgress(estate.network, 'Everywhere', {
        groupId: estate.network.network.workloadSecurityGroup.securityGroupId,
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        cidrIp: '0.0.0.0/0',
        description: 'HTTPS to anywhere',
      }),
    findings: ['ec2-security-group-egress-open Network/Everywhere'],
  },
];

function allowed(estate: Estate): resolver.CfnFirewallDomainList {
  return one(estate.network.egress, resolver.CfnFirewallDomainList, ({ node }) => node.id === 'Trusted');
}
