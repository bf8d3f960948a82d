import { DEFAULT_MAX_BODY_BYTES } from '../../lambda/gateway/request';
import { BODY_KIB, GatewayWebAcl, type GatewayWebAclProps } from '../../lib/gateway/gateway-web-acl';
import { text, texts } from '../encryption/policy-evaluator';
import { hookPlace } from '../support/hook-place';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
} from '../support/synthesize';

function made(changes: Partial<GatewayWebAclProps> = {}) {
  const stack = testStack();
  const { logKey, logRetention, alarmTopic } = hookPlace(stack).place;
  const props = { logKey, logRetention, alarmTopic, ...changes };
  return { stack, make: () => new GatewayWebAcl(stack, 'WebAcl', props) };
}
function templateOf(changes: Partial<GatewayWebAclProps> = {}) {
  const { stack, make } = made(changes);
  make();
  return synthesize(stack);
}
const codeOf = (changes: Partial<GatewayWebAclProps>) => refusal(made(changes).make).code;
const rulesOf = (changes: Partial<GatewayWebAclProps> = {}) =>
  list(onlyResource(templateOf(changes), 'AWS::WAFv2::WebACL').Properties['Rules']);
const named = (rules: readonly Json[], name: string): Json => {
  const rule = rules.find((each) => at(each, 'Name') === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return rule;
};

const template = templateOf();
const acl = onlyResource(template, 'AWS::WAFv2::WebACL').Properties;
const rules = list(acl['Rules']);

test('it blocks what no rule lets in, and lets in last', () => {
  expect(acl['DefaultAction']).toEqual({ Block: {} });
  expect(acl['Scope']).toBe('REGIONAL');
  expect(rules.map((rule) => [at(rule, 'Priority'), at(rule, 'Name')])).toEqual([
    [0, 'BodyTooLarge'],
    [1, 'RequestsPerIp'],
    [2, 'AWSManagedRulesAmazonIpReputationList'],
    [3, 'AWSManagedRulesAnonymousIpList'],
    [4, 'AWSManagedRulesKnownBadInputsRuleSet'],
    [5, 'AWSManagedRulesCommonRuleSet'],
    [6, 'CallsOfTheGateway'],
  ]);
  const allowing = rules.filter((rule) => at(rule, 'Action', 'Allow') !== undefined);
  expect(allowing).toEqual([named(rules, 'CallsOfTheGateway')]);
});

describe('what it lets in', () => {
  const statements = list(at(named(rules, 'CallsOfTheGateway'), 'Statement', 'AndStatement', 'Statements'));
  const regex = statements.map((each) => at(each, 'RegexMatchStatement', 'RegexString')).find(Boolean);
  const fits = (where: string) => new RegExp(text(regex), 'u').test(where);

  test('is POST', () => {
    expect(statements.map((each) => at(each, 'ByteMatchStatement', 'SearchString')).filter(Boolean)).toEqual([
      'POST',
    ]);
    expect(statements).toHaveLength(2);
  });

  test.each([
    '/use-cases/discharge-summary/answers',
    '/use-cases/discharge-summary/stream',
    '/v1/use-cases/discharge-summary/stream',
    '/oversight',
    '/v1/oversight',
    `/use-cases/${'a'.repeat(64)}/answers`,
  ])('%s', (where) => expect(fits(where)).toBe(true));

  test.each([
    '/',
    '/use-cases/discharge-summary',
    '/use-cases/discharge-summary/answers/',
    '/use-cases/discharge-summary/answers/more',
    '/use-cases/Discharge/answers',
    '/use-cases/../oversight',
    '/v2/oversight',
    '/oversight?x',
    'oversight',
    `/use-cases/${'a'.repeat(65)}/answers`,
  ])('not %s', (where) => expect(fits(where)).toBe(false));
});

describe('bodies', () => {
  test.each(BODY_KIB)(
    'of more than %d KiB are blocked, and so is what cannot be read to its end',
    (bodyKib) => {
      const changed = onlyResource(templateOf({ bodyKib }), 'AWS::WAFv2::WebACL').Properties;
      expect(changed['AssociationConfig']).toEqual({
        RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: `KB_${bodyKib}` } },
      });
      const rule = named(list(changed['Rules']), 'BodyTooLarge');
      expect(at(rule, 'Action')).toEqual({ Block: {} });
      expect(at(rule, 'Statement', 'SizeConstraintStatement')).toMatchObject({
        ComparisonOperator: 'GT',
        Size: bodyKib * 1024,
        FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
      });
    },
  );

  test('that come in are never more than the gateway itself would read', () => {
    expect(Math.max(...BODY_KIB) * 1024).toBeLessThan(DEFAULT_MAX_BODY_BYTES);
  });

  test('are clinical text: of the core group, what reads them as a page counts, and all else blocks', () => {
    const counted = (group: string) =>
      list(at(named(rules, group), 'Statement', 'ManagedRuleGroupStatement', 'RuleActionOverrides')).map(
        (each) => [at(each, 'Name'), at(each, 'ActionToUse')],
      );
    expect(counted('AWSManagedRulesCommonRuleSet')).toEqual(
      [
        'SizeRestrictions_BODY',
        'CrossSiteScripting_BODY',
        'GenericLFI_BODY',
        'GenericRFI_BODY',
        'EC2MetaDataSSRF_BODY',
      ].map((name) => [name, { Count: {} }]),
    );
    expect(counted('AWSManagedRulesKnownBadInputsRuleSet')).toEqual([]);
    expect(counted('AWSManagedRulesAmazonIpReputationList')).toEqual([]);
    expect(counted('AWSManagedRulesAnonymousIpList')).toEqual([['HostingProviderIPList', { Count: {} }]]);
  });

  test('of no managed group only counts as a whole', () => {
    const groups = rules.filter((rule) => at(rule, 'Statement', 'ManagedRuleGroupStatement') !== undefined);
    expect(groups).toHaveLength(4);
    for (const group of groups) expect(at(group, 'OverrideAction')).toEqual({ None: {} });
  });
});

describe('what it keeps', () => {
  const logging = onlyResource(template, 'AWS::WAFv2::LoggingConfiguration').Properties;

  test('has no samples of requests, and counts everything', () => {
    const places = [acl['VisibilityConfig'], ...rules.map((rule) => at(rule, 'VisibilityConfig'))];
    expect(places).toHaveLength(8);
    for (const place of places)
      expect(place).toMatchObject({ SampledRequestsEnabled: false, CloudWatchMetricsEnabled: true });
  });

  test('has neither path, query nor token', () => {
    expect(logging['RedactedFields']).toEqual([
      { SingleHeader: { Name: 'authorization' } },
      { SingleHeader: { Name: 'cookie' } },
      { SingleHeader: { Name: 'x-amz-security-token' } },
      { QueryString: {} },
      { UriPath: {} },
    ]);
  });

  test('has nothing of a body, also where a rule quotes what it matched', () => {
    const protections = list(at(acl['DataProtectionConfig'], 'DataProtections'));
    expect(protections.map((each) => [at(each, 'Field', 'FieldType'), at(each, 'Action')])).toEqual([
      ['BODY', 'SUBSTITUTION'],
      ['QUERY_STRING', 'SUBSTITUTION'],
      ['SINGLE_HEADER', 'SUBSTITUTION'],
    ]);
    for (const each of protections) expect(each).not.toHaveProperty('ExcludeRuleMatchDetails');
  });

  test('goes to an encrypted group of the name that WAF asks for, to which its delivery may write', () => {
    const group = resourcesOf(template, 'AWS::Logs::LogGroup').find(({ Properties }) =>
      JSON.stringify(Properties['LogGroupName']).includes('aws-waf-logs-'),
    );
    expect(JSON.stringify(group?.Properties['LogGroupName'])).toMatch(/^\{"Fn::Join":\["",\["aws-waf-logs-/u);
    expect(group?.Properties).toHaveProperty('KmsKeyId');
    const [destination = ''] = texts(logging['LogDestinationConfigs']);
    expect(destination).toMatch(/^arn:aws:logs:us-east-1:111122223333:log-group:<WebAclLog\w+>$/u);
    const policy = JSON.stringify(
      onlyResource(template, 'AWS::Logs::ResourcePolicy').Properties['PolicyDocument'],
    );
    expect(policy).toContain('delivery.logs.amazonaws.com');
    expect(policy).toContain('aws:SourceAccount');
  });
});

describe('alarms', () => {
  const alarms = resourcesOf(templateOf({ blockedAlarm: 7 }), 'AWS::CloudWatch::Alarm').filter(
    ({ Properties }) => Properties['Namespace'] === 'AWS/WAFV2',
  );

  test('ring for a burst of blocked requests, and for an address that calls too often', () => {
    const seen = alarms.map(({ Properties }) => [
      list(Properties['Dimensions']).flatMap((each) =>
        at(each, 'Name') === 'Rule' ? [at(each, 'Value')] : [],
      ),
      Properties['Threshold'],
    ]);
    expect(seen).toEqual([
      [['ALL'], 7],
      [['RequestsPerIp'], 1],
    ]);
    for (const { Properties } of alarms) expect(list(Properties['AlarmActions'])).toHaveLength(1);
  });

  test('watch the metric that the ACL has', () => {
    const name = at(acl['VisibilityConfig'], 'MetricName');
    for (const { Properties } of alarms)
      expect(Properties['Dimensions']).toContainEqual({ Name: 'WebACL', Value: name });
  });
});

describe('calls may be from', () => {
  const sourcesOf = (changes: Partial<GatewayWebAclProps>) =>
    list(at(named(rulesOf(changes), 'CallsOfTheGateway'), 'Statement', 'AndStatement', 'Statements')).slice(
      2,
    );

  test('ranges of either family', () => {
    const changes = { ipRanges: ['192.0.2.0/24', '2001:db8::/32', '198.51.100.7/32'] };
    const sets = resourcesOf(templateOf(changes), 'AWS::WAFv2::IPSet').map(({ Properties }) => [
      Properties['IPAddressVersion'],
      Properties['Addresses'],
    ]);
    expect(sets).toEqual([
      ['IPV4', ['192.0.2.0/24', '198.51.100.7/32']],
      ['IPV6', ['2001:db8::/32']],
    ]);
    const [either, ...others] = sourcesOf(changes);
    expect(others).toEqual([]);
    expect(list(at(either, 'OrStatement', 'Statements'))).toHaveLength(2);
  });

  test('one family and some countries, both of which must fit', () => {
    const [first, second] = sourcesOf({ ipRanges: ['192.0.2.0/24'], countries: ['US', 'PR'] });
    expect(Object.keys(first ?? {})).toEqual(['IPSetReferenceStatement']);
    expect(at(second, 'GeoMatchStatement', 'CountryCodes')).toEqual(['US', 'PR']);
  });

  test.each(['192.0.2.0/1', '192.0.2.0/32', '2001:db8::/1', '2001:db8::/128'])('%s', (range) => {
    expect(() => made({ ipRanges: [range] }).make()).not.toThrow();
  });

  test.each([
    '0.0.0.0/0',
    '::/0',
    '192.0.2.0',
    '192.0.2.0/33',
    '2001:db8::/129',
    '192.0.2/24',
    'a/8',
    '192.0.2.0/8/8',
    '',
  ])('not %p', (range) => expect(codeOf({ ipRanges: ['192.0.2.0/24', range] })).toBe('IpRanges'));

  test('not an empty list, which would let in everybody', () => {
    expect(codeOf({ ipRanges: [] })).toBe('IpRanges');
    expect(codeOf({ countries: [] })).toBe('Countries');
    expect(codeOf({ countries: ['US', 'usa'] })).toBe('Countries');
  });
});

describe('limits', () => {
  test.each([10, 2_000_000])('%d requests of one address are a limit', (requestsPerIp) => {
    expect(at(named(rulesOf({ requestsPerIp }), 'RequestsPerIp'), 'Statement', 'RateBasedStatement')).toEqual(
      { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit: requestsPerIp },
    );
  });

  test.each([9, 10.5, Number.NaN, 0])('%p requests are none', (requestsPerIp) => {
    expect(codeOf({ requestsPerIp })).toBe('RequestsPerIp');
  });

  test.each([0, 1.5])('an alarm at %p blocked requests is none', (blockedAlarm) => {
    expect(codeOf({ blockedAlarm })).toBe('BlockedAlarm');
    expect(() => made({ blockedAlarm: 1 }).make()).not.toThrow();
  });

  test('a body of another size is none', () => {
    expect(codeOf({ bodyKib: 8 as never })).toBe('BodyKib');
    expect(codeOf({ bodyKib: 80 as never })).toBe('BodyKib');
  });
});
