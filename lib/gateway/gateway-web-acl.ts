import {
  Aws,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_wafv2 as wafv2,
  Duration,
  Names,
  type aws_kms as kms,
  type aws_logs as logs,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { familyOf, type AddressFamily } from './address-range';
import { SECRET_HEADERS, WebAclLog } from './web-acl-log';
import { visible, webAclRules } from './web-acl-rules';

/** KiB of a body that WAF reads for API Gateway. Source: AWS WAF developer guide, "Managing body inspection size limits". */
export const BODY_KIB = [16, 32, 48, 64] as const;

export interface GatewayWebAclProps {
  /** Encrypts the log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /** Told of bursts. A customer-managed key on it must let `cloudwatch.amazonaws.com` use it. */
  readonly alarmTopic: sns.ITopic;
  /**
   * KiB of a body that WAF reads, and the most that comes in: what it cannot read to the end is blocked. From 16 on WAF asks a price
   * for each 16 more.
   * @default 64
   */
  readonly bodyKib?: (typeof BODY_KIB)[number];
  /**
   * Requests of one address within five minutes, before the others of these minutes are blocked: whole, from 10.
   * @default 300
   */
  readonly requestsPerIp?: number;
  /**
   * Ranges of addresses from which calls come, such as `192.0.2.0/24`, of either family.
   * @default - all
   */
  readonly ipRanges?: readonly string[];
  /**
   * Countries from which calls come, by their ISO 3166 codes of two letters.
   * @default - all
   */
  readonly countries?: readonly string[];
  /**
   * Blocked requests within five minutes from which on the topic is told: whole, from 1.
   * @default 100
   */
  readonly blockedAlarm?: number;
}

const KIB = 1024;
const LEAST_RATE = 10;
const PERIOD = Duration.minutes(5);

/**
 * What stands in front of a public API of the gateway. It lets in `POST` to the gateway's paths and blocks everything else, whatever
 * AWS's managed groups find (reputation, anonymous addresses, known bad inputs, core), who calls too often, and bodies that it cannot
 * read whole. Rules that read the body as a web page count and do not block, as clinical text trips them; see docs/gateway.md.
 * It keeps no samples of requests, and neither path, query, token nor body are in its log.
 * Supports 45 CFR 164.308(a)(5)(ii)(B), 164.312(b) and 164.312(e)(1).
 * @throws ConfigurationError `BodyKib` another size; `RequestsPerIp` or `BlockedAlarm` no whole number of their range; `IpRanges`
 * or `Countries` empty or with one that is none
 */
export class GatewayWebAcl extends Construct {
  readonly webAcl: wafv2.CfnWebACL;
  readonly logGroup: logs.LogGroup;
  /** Bytes of the largest body that comes in. */
  readonly bodyBytes: number;
  readonly #metric: string;

  constructor(scope: Construct, id: string, props: GatewayWebAclProps) {
    super(scope, id);
    const { bodyKib = 64, requestsPerIp = 300, ipRanges, countries, blockedAlarm = 100 } = props;
    this.#check(bodyKib, countries);
    this.#whole('RequestsPerIp', requestsPerIp, LEAST_RATE);
    this.#whole('BlockedAlarm', blockedAlarm, 1);
    this.bodyBytes = bodyKib * KIB;
    this.#metric = Names.uniqueResourceName(this, { maxLength: 100 });
    this.webAcl = new wafv2.CfnWebACL(this, 'Resource', {
      scope: 'REGIONAL',
      description: 'In front of a public API of the AI gateway',
      defaultAction: { block: {} },
      rules: [
        ...webAclRules({
          bodyBytes: this.bodyBytes,
          requestsPerIp,
          ipSetArns: this.#ipSets(ipRanges),
          countries: countries ?? [],
        }),
      ],
      associationConfig: {
        requestBody: { API_GATEWAY: { defaultSizeInspectionLimit: `KB_${bodyKib}` } },
      },
      dataProtectionConfig: {
        dataProtections: [
          // what a rule matched would be quoted
          { field: { fieldType: 'BODY' }, action: 'SUBSTITUTION' },
          { field: { fieldType: 'QUERY_STRING' }, action: 'SUBSTITUTION' },
          { field: { fieldType: 'SINGLE_HEADER', fieldKeys: [...SECRET_HEADERS] }, action: 'SUBSTITUTION' },
        ],
      },
      visibilityConfig: visible(this.#metric),
    });
    this.logGroup = new WebAclLog(this, 'Log', { ...props, webAclArn: this.webAcl.attrArn }).logGroup;
    const action = new actions.SnsAction(props.alarmTopic);
    this.#alarm('Blocked', 'ALL', blockedAlarm, 'more requests than usual were blocked', action);
    this.#alarm('TooOften', 'RequestsPerIp', 1, 'an address called too often and was blocked', action);
  }

  #ipSets(ranges: readonly string[] | undefined): readonly string[] {
    if (ranges === undefined) return [];
    const odd = ranges.find((range) => familyOf(range) === undefined);
    if (ranges.length === 0 || odd !== undefined)
      throw new ConfigurationError(
        this,
        'IpRanges',
        `ipRanges ${odd === undefined ? 'is empty' : `has '${odd}'`}; give ranges such as 192.0.2.0/24 or 2001:db8::/32, or leave it out`,
      );
    return (['IPV4', 'IPV6'] as const).flatMap((family: AddressFamily) => {
      const addresses = ranges.filter((range) => familyOf(range) === family);
      if (addresses.length === 0) return [];
      const set = new wafv2.CfnIPSet(this, family, {
        scope: 'REGIONAL',
        ipAddressVersion: family,
        addresses,
        description: 'From where the AI gateway is called',
      });
      return [set.attrArn];
    });
  }

  #alarm(id: string, rule: string, threshold: number, meaning: string, action: actions.SnsAction): void {
    const alarm = new cloudwatch.Alarm(this, `${id}Alarm`, {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/WAFV2',
        metricName: 'BlockedRequests',
        dimensionsMap: { WebACL: this.#metric, Region: Aws.REGION, Rule: rule },
        statistic: 'Sum',
        period: PERIOD,
      }),
      alarmDescription: `${this.node.path}: ${meaning}`,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addInsufficientDataAction(action);
  }

  #check(bodyKib: number, countries: readonly string[] | undefined): void {
    if (!BODY_KIB.some((each) => each === bodyKib))
      throw new ConfigurationError(this, 'BodyKib', `bodyKib is ${bodyKib}; give ${BODY_KIB.join(', ')}`);
    const odd = countries?.find((code) => !/^[A-Z]{2}$/u.test(code));
    if (countries?.length === 0 || odd !== undefined)
      throw new ConfigurationError(
        this,
        'Countries',
        `countries ${odd === undefined ? 'is empty' : `has '${odd}'`}; give codes such as US, or leave it out`,
      );
  }

  #whole(code: string, given: number, least: number): void {
    if (!Number.isInteger(given) || given < least)
      throw new ConfigurationError(this, code, `it is ${given}; give a whole number from ${least}`);
  }
}
