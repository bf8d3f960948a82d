import type { aws_wafv2 as wafv2 } from 'aws-cdk-lib';

type Rule = wafv2.CfnWebACL.RuleProperty;
type Statement = wafv2.CfnWebACL.StatementProperty;

const RATE_WINDOW_SECONDS = 300;

/**
 * Rules of managed groups that count and do not block, and why. A body holds clinical text in JSON: it is data to a model, and
 * nothing behind the API reads it as HTML, as a path or as an address.
 */
const COUNTED = {
  AWSManagedRulesCommonRuleSet: [
    // blocks from 8 KB on, which is less than a discharge letter; our own rule has the limit
    'SizeRestrictions_BODY',
    // "onset=…", "<5 mg", markup of an exported letter
    'CrossSiteScripting_BODY',
    // "../" and names of files in text of others
    'GenericLFI_BODY',
    // an address with a number for a host, as in a note about a device
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ],
  // partners call from machines of hosting providers, and hospitals go through proxies there
  AWSManagedRulesAnonymousIpList: ['HostingProviderIPList'],
  // neither a JNDI lookup nor a serialized Java object is in a note
  AWSManagedRulesKnownBadInputsRuleSet: [],
  AWSManagedRulesAmazonIpReputationList: [],
} as const;

type ManagedGroup = keyof typeof COUNTED;

export interface WebAclRulesProps {
  /** Bytes: the most that WAF reads of a body, and the most that comes in. */
  readonly bodyBytes: number;
  /** Requests of one address within five minutes. */
  readonly requestsPerIp: number;
  /** ARNs of the IP sets that may call; none: all addresses. */
  readonly ipSetArns: readonly string[];
  /** Countries from which calls come; none: all. */
  readonly countries: readonly string[];
}

/** What is refused, in this order, and at last what is let in: everything else meets the default of the ACL, which is to block. */
export function webAclRules(props: WebAclRulesProps): readonly Rule[] {
  const rules = [
    blocking('BodyTooLarge', {
      sizeConstraintStatement: {
        // what WAF cannot read to its end counts as too large
        fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
        comparisonOperator: 'GT',
        size: props.bodyBytes,
        textTransformations: UNCHANGED,
      },
    }),
    blocking('RequestsPerIp', {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: props.requestsPerIp,
        evaluationWindowSec: RATE_WINDOW_SECONDS,
      },
    }),
    managed('AWSManagedRulesAmazonIpReputationList'),
    managed('AWSManagedRulesAnonymousIpList'),
    managed('AWSManagedRulesKnownBadInputsRuleSet'),
    managed('AWSManagedRulesCommonRuleSet'),
    {
      name: 'CallsOfTheGateway',
      action: { allow: {} },
      statement: { andStatement: { statements: letIn(props) } },
      visibilityConfig: visible('CallsOfTheGateway'),
    },
  ];
  return rules.map((rule, priority) => ({ ...rule, priority }));
}

const UNCHANGED = [{ priority: 0, type: 'NONE' }];

/** The paths of `GatewayPaths`, with the stage in front or without: which of them WAF reads of a custom domain is written nowhere. */
const PATHS = '^(/v1)?/(use-cases/[a-z0-9-]{1,64}/(answers|stream)|oversight)$';

function letIn({ ipSetArns, countries }: WebAclRulesProps): Statement[] {
  const sets = ipSetArns.map((arn): Statement => ({ ipSetReferenceStatement: { arn } }));
  const [first, ...more] = sets;
  const places =
    first === undefined ? [] : [more.length === 0 ? first : { orStatement: { statements: sets } }];
  return [
    {
      byteMatchStatement: {
        fieldToMatch: { method: {} },
        positionalConstraint: 'EXACTLY',
        searchString: 'POST',
        textTransformations: UNCHANGED,
      },
    },
    {
      regexMatchStatement: {
        fieldToMatch: { uriPath: {} },
        regexString: PATHS,
        textTransformations: UNCHANGED,
      },
    },
    ...places,
    ...(countries.length === 0 ? [] : [{ geoMatchStatement: { countryCodes: [...countries] } }]),
  ];
}

function blocking(name: string, statement: Statement): Omit<Rule, 'priority'> {
  return { name, action: { block: {} }, statement, visibilityConfig: visible(name) };
}

function managed(name: ManagedGroup): Omit<Rule, 'priority'> {
  const counted = COUNTED[name].map((rule) => ({ name: rule, actionToUse: { count: {} } }));
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ...(counted.length === 0 ? {} : { ruleActionOverrides: counted }),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** Counts, and keeps no samples: they are requests as they came, for whoever may look at the console. */
export function visible(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}
