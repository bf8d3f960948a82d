import { aws_route53resolver as resolver, Names, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** A rule over a list of names. */
export interface DnsRule {
  /** Construct id of the list. */
  readonly id: string;
  readonly names: readonly string[];
  readonly action: 'ALLOW' | 'BLOCK';
  /**
   * Whether names that an allowed one leads to (CNAME) pass without being listed. Only where whoever owns the allowed
   * name may be trusted with that.
   * @default false
   */
  readonly trustsRedirection?: boolean;
}

export interface DnsFirewallProps {
  readonly vpc: ec2.IVpc;
  /** The first that matches decides; a query that none matches goes out. */
  readonly rules: readonly DnsRule[];
}

/**
 * Blocked names exist, and have no address. `NXDOMAIN` would say that nothing below the name exists either (RFC 8020), so
 * that a stub resolver that asked for a blocked parent may hold back an allowed child. AWS recommends neither.
 */
const BLOCK_RESPONSE = 'NODATA';
/** Associations take 100 to 9900; those of Firewall Manager come first and last. Source: Route 53 API reference. */
const ASSOCIATION_PRIORITY = 500;
const STEP = 10;

/**
 * Filters the queries that the resolver of a VPC gets, and fails closed: a query that the firewall cannot judge is not
 * answered. The association cannot be changed in passing; to take the stack down, set its mutation protection to
 * `DISABLED` first. Queries to other resolvers (port 53, or over HTTPS) are the business of security groups.
 * Source: Route 53 developer guide, "Using DNS Firewall to filter outbound DNS traffic".
 */
export class DnsFirewall extends Construct {
  readonly ruleGroup: resolver.CfnFirewallRuleGroup;

  constructor(scope: Construct, id: string, { vpc, rules }: DnsFirewallProps) {
    super(scope, id);
    this.ruleGroup = new resolver.CfnFirewallRuleGroup(this, 'Resource', {
      name: Names.uniqueResourceName(this, { maxLength: 64 }),
      firewallRules: rules.map((rule, index) => this.#rule(rule, (index + 1) * STEP)),
    });
    const failure = new resolver.CfnFirewallConfig(this, 'FailClosed', {
      resourceId: vpc.vpcId,
      firewallFailOpen: 'DISABLED',
    });
    const association = new resolver.CfnFirewallRuleGroupAssociation(this, 'Association', {
      firewallRuleGroupId: this.ruleGroup.attrId,
      vpcId: vpc.vpcId,
      priority: ASSOCIATION_PRIORITY,
      mutationProtection: 'ENABLED',
    });
    association.node.addDependency(failure);
  }

  #rule(
    { id, names, action, trustsRedirection }: DnsRule,
    priority: number,
  ): resolver.CfnFirewallRuleGroup.FirewallRuleProperty {
    const list = new resolver.CfnFirewallDomainList(this, id, { domains: [...names] });
    return {
      priority,
      firewallDomainListId: list.attrId,
      action,
      ...(action === 'BLOCK' ? { blockResponse: BLOCK_RESPONSE } : {}),
      firewallDomainRedirectionAction:
        trustsRedirection === true ? 'TRUST_REDIRECTION_DOMAIN' : 'INSPECT_REDIRECTION_DOMAIN',
    };
  }
}
