import { aws_logs as logs, type aws_ec2 as ec2, type aws_kms as kms, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PUBLIC_AI_SERVICES } from '../contract/public-ai-services';
import { ConfigurationError } from '../errors';
import { recordApprovals } from '../record-approvals';
import { AttemptAlarm } from './attempt-alarm';
import { domainsOf, type BusinessAssociate } from './business-associate';
import { DnsFirewall, type DnsRule } from './dns-firewall';
import { DnsQueryLog } from './dns-query-log';
import { hostNameProblem } from './host-name';
import { SniFirewall } from './sni-firewall';

export interface EgressControlProps {
  /** A VPC of ours or yours. */
  readonly vpc: ec2.IVpc;
  /** Encrypts the logs; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** Told of every attempt. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it. */
  readonly alarmTopic: sns.ITopic;
  /** Names of the VPC's endpoints, such as `PrivateEndpoints.dnsNames`. */
  readonly endpointNames: readonly string[];
  /**
   * Further names that workloads ask for: Cloud Map namespaces (`*.mesh.internal`), internal load balancers. What one of
   * them leads to (CNAME) must be listed as well.
   * @default - none
   */
  readonly internalNames?: readonly string[];
  /**
   * `closed`: every other name is blocked. `watched`, for a VPC that has to stay open: every name resolves but those of
   * public AI services; this finds shadow AI and keeps nobody who means it from getting out.
   * @default 'closed'
   */
  readonly mode?: 'closed' | 'watched';
  /**
   * The register of those who may get PHI over the internet, and the subnets of the Network Firewall that holds TLS to
   * them, one a zone. Routing traffic through the firewall, and the internet gateway behind it, are for the owner of the VPC.
   * @default - nobody; there is no Network Firewall
   */
  readonly businessAssociates?: {
    readonly register: readonly BusinessAssociate[];
    readonly firewallSubnets: ec2.SubnetSelection;
  };
}

/**
 * Closes what a network without an internet gateway leaves open: its resolver asks the whole world, and names carry data.
 * A DNS firewall lets through the names that were given and blocks all others, every query is logged, and an alarm rings
 * at the first that was blocked. Also for VPCs that others made.
 * Supports 45 CFR 164.312(e)(1), 164.312(b) and 164.308(a)(1)(ii)(D).
 * @throws ConfigurationError `Names` that a domain list cannot hold, or none in mode `closed`
 * @throws ConfigurationError `BusinessAssociates` an incomplete entry; see `BusinessAssociate`
 */
export class EgressControl extends Construct {
  readonly queryLog: DnsQueryLog;
  readonly dnsFirewall: DnsFirewall;
  /** Absent where there are no business associates. */
  readonly sniFirewall: SniFirewall | undefined;

  constructor(scope: Construct, id: string, props: EgressControlProps) {
    super(scope, id);
    const { vpc, logKey, logRetention, alarmTopic, businessAssociates } = props;
    const associateNames = domainsOf(this, businessAssociates?.register ?? []);
    recordApprovals(
      this,
      (businessAssociates?.register ?? []).map(({ name, domains, baaRecord, reviewBy }) => ({
        kind: 'business-associate',
        construct: this.node.path,
        name,
        domains,
        baaRecord,
        reviewBy,
      })),
    );
    this.queryLog = new DnsQueryLog(this, 'QueryLog', { vpc, logKey, logRetention });
    this.dnsFirewall = new DnsFirewall(this, 'DnsFirewall', {
      vpc,
      rules: props.mode === 'watched' ? watching() : this.#closing(props, associateNames),
    });
    // queries are logged before the first can be blocked
    this.dnsFirewall.node.addDependency(this.queryLog);
    new AttemptAlarm(this, 'BlockedQueries', {
      logGroup: this.queryLog.logGroup,
      alarmTopic,
      pattern: logs.FilterPattern.stringValue('$.firewall_rule_action', '=', 'BLOCK'),
      meaning:
        props.mode === 'watched'
          ? 'something in the VPC asked for a public AI service'
          : 'something in the VPC asked for a name that is not allowed',
    });
    this.sniFirewall =
      businessAssociates &&
      new SniFirewall(this, 'SniFirewall', {
        vpc,
        subnets: businessAssociates.firewallSubnets,
        names: associateNames,
        logKey,
        logRetention,
        alarmTopic,
      });
  }

  #closing(
    { endpointNames, internalNames = [] }: EgressControlProps,
    associateNames: readonly string[],
  ): readonly DnsRule[] {
    for (const name of [...endpointNames, ...internalNames]) {
      const problem = hostNameProblem(name);
      if (problem !== undefined) {
        throw new ConfigurationError(
          this,
          'Names',
          `the name '${name}' ${problem}; give names such as kms.us-east-1.amazonaws.com or *.mesh.internal`,
        );
      }
    }
    // the owners of these names are AWS and those with an agreement; names of ours may lead anywhere
    const trusted = [...endpointNames, ...associateNames];
    if (trusted.length + internalNames.length === 0) {
      throw new ConfigurationError(
        this,
        'Names',
        "endpointNames and internalNames are empty; name what workloads may resolve, or use the mode 'watched'",
      );
    }
    return [
      ...allowing('Trusted', trusted, true),
      ...allowing('Internal', internalNames, false),
      { id: 'Everything', names: ['*'], action: 'BLOCK' },
    ];
  }
}

function allowing(id: string, names: readonly string[], trustsRedirection: boolean): readonly DnsRule[] {
  return names.length === 0 ? [] : [{ id, names, action: 'ALLOW', trustsRedirection }];
}

/** The name and everything below it, as a wildcard does not stand for the name itself. */
function watching(): readonly DnsRule[] {
  const names = PUBLIC_AI_SERVICES.flatMap(({ domains }) => domains).flatMap((name) => [name, `*.${name}`]);
  return [{ id: 'PublicAiServices', names, action: 'BLOCK' }];
}
