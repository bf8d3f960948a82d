import {
  aws_logs as logs,
  aws_networkfirewall as firewall,
  Names,
  RemovalPolicy,
  type aws_ec2 as ec2,
  type aws_kms as kms,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { AttemptAlarm } from './attempt-alarm';

export interface SniFirewallProps {
  readonly vpc: ec2.IVpc;
  /** Subnets of the firewall's own, one in each of at least two zones. */
  readonly subnets: ec2.SubnetSelection;
  /** Host names that TLS may be opened to. */
  readonly names: readonly string[];
  /** Encrypts the logs; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** Told of every connection that was dropped. */
  readonly alarmTopic: sns.ITopic;
}

const FEWEST_ZONES = 2;
/** Room for the list to grow: the capacity of a group cannot be changed later. */
const CAPACITY = 1000;
/** Far below the capacity, as how many units a name takes could not be tried. */
const MOST_NAMES = 300;

/**
 * An AWS Network Firewall that lets TLS to named hosts through and drops all else, in strict order. The name is what the
 * client writes into its hello: a client that lies reaches another address by it, so the DNS firewall and the agreement
 * stay the first line, and nothing is decrypted.
 * Source: Network Firewall developer guide, "Stateful domain list rule groups", "Managing evaluation order".
 * @throws ConfigurationError `FirewallSubnets` in fewer than two zones; `Names` none, or more than the group has room for
 */
export class SniFirewall extends Construct {
  readonly firewall: firewall.CfnFirewall;
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, props: SniFirewallProps) {
    super(scope, id);
    const { vpc, names, logKey, logRetention } = props;
    if (names.length < 1 || names.length > MOST_NAMES) {
      throw new ConfigurationError(this, 'Names', `names has ${names.length} hosts; give 1 to ${MOST_NAMES}`);
    }
    const { subnetIds, availabilityZones } = vpc.selectSubnets(props.subnets);
    if (new Set(availabilityZones).size < FEWEST_ZONES) {
      throw new ConfigurationError(
        this,
        'FirewallSubnets',
        `the firewall's subnets are in ${new Set(availabilityZones).size} zone; give one in each of ${FEWEST_ZONES} or more`,
      );
    }
    this.firewall = new firewall.CfnFirewall(this, 'Resource', {
      firewallName: this.#name(),
      vpcId: vpc.vpcId,
      subnetMappings: subnetIds.map((subnetId) => ({ subnetId })),
      firewallPolicyArn: this.#policy(names).attrFirewallPolicyArn,
      deleteProtection: true,
      firewallPolicyChangeProtection: true,
      subnetChangeProtection: true,
    });
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const to = (logType: string) => ({
      logType,
      logDestinationType: 'CloudWatchLogs',
      logDestination: { logGroup: this.logGroup.logGroupName },
    });
    new firewall.CfnLoggingConfiguration(this, 'Logging', {
      firewallArn: this.firewall.attrFirewallArn,
      loggingConfiguration: { logDestinationConfigs: [to('ALERT'), to('FLOW')] },
    });
    new AttemptAlarm(this, 'Dropped', {
      logGroup: this.logGroup,
      alarmTopic: props.alarmTopic,
      pattern: logs.FilterPattern.stringValue('$.event.event_type', '=', 'alert'),
      meaning: 'something in the VPC opened a connection to somebody who is not in the register',
    });
  }

  /** Names cannot be left to CloudFormation here, and the longest is 128 characters. */
  #name(): string {
    return Names.uniqueResourceName(this, { maxLength: 120, separator: '-' });
  }

  #policy(names: readonly string[]): firewall.CfnFirewallPolicy {
    const hosts = new firewall.CfnRuleGroup(this, 'Hosts', {
      ruleGroupName: `${this.#name()}-hosts`,
      type: 'STATEFUL',
      capacity: CAPACITY,
      description: 'Business associates, by the name in the TLS hello',
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' },
        rulesSource: {
          rulesSourceList: { generatedRulesType: 'ALLOWLIST', targetTypes: ['TLS_SNI'], targets: [...names] },
        },
      },
    });
    return new firewall.CfnFirewallPolicy(this, 'Policy', {
      firewallPolicyName: `${this.#name()}-policy`,
      firewallPolicy: {
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:drop'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: 'DROP' },
        // the handshake of TCP has no name yet, so only what is established can be dropped
        statefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
        statefulRuleGroupReferences: [{ resourceArn: hosts.attrRuleGroupArn, priority: 1 }],
      },
    });
  }
}
