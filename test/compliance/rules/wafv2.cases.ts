import { defaultBlock } from '../../../lib/compliance/rules/wafv2/default-block';
import { hasRules } from '../../../lib/compliance/rules/wafv2/has-rules';
import { knownBadInputs } from '../../../lib/compliance/rules/wafv2/known-bad-inputs';
import { logging } from '../../../lib/compliance/rules/wafv2/logging';
import { logRedaction } from '../../../lib/compliance/rules/wafv2/log-redaction';
import { noClassic } from '../../../lib/compliance/rules/wafv2/no-classic';
import { ruleMetrics } from '../../../lib/compliance/rules/wafv2/rule-metrics';
import { rulesBlock } from '../../../lib/compliance/rules/wafv2/rules-block';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, either, OPEN, resource, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const ACL = 'AWS::WAFv2::WebACL';
const acl = (properties: JsonObject = {}, others: JsonObject = {}) => subject(ACL, properties, others);
const rules = (...each: readonly Json[]) => acl({ Rules: each });
const LOG = 'AWS::WAFv2::LoggingConfiguration';
const headers = (...names: readonly Json[]) =>
  subject(LOG, { RedactedFields: names.map((Name) => ({ SingleHeader: { Name } })) });
const managed = (Name: Json, change: JsonObject = {}, action: Json = { None: {} }) => ({
  OverrideAction: action,
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name, ...change } },
});
const BAD_INPUTS = 'AWSManagedRulesKnownBadInputsRuleSet';
const visible = (value: Json) => ({ VisibilityConfig: { CloudWatchMetricsEnabled: value } });

export const wafv2Cases = [
  ...edgeCases.wafv2,
  casesOf(logging, {
    'a log is compliant': acl({}, { Log: resource(LOG, { ResourceArn: arn('Subject') }) }),
    'no log is a finding': seen(acl(), 'Properties'),
    'a log of another one is a finding': acl({}, { Log: resource(LOG, { ResourceArn: 'arn' }) }),
    'a log of either is a finding': acl(
      {},
      { Log: resource(LOG, { ResourceArn: either(arn('Subject'), 'arn') }) },
    ),
  }),
  casesOf(logRedaction, {
    'tokens and cookies left out is compliant': headers('Authorization', 'cookie', 'x-trace'),
    'nothing left out is a finding': seen(
      subject(LOG),
      'Properties.RedactedFields',
      'Properties.RedactedFields',
    ),
    'cookies kept is a finding': headers('authorization'),
    'a header left to a parameter is unknown': headers('authorization', OPEN),
    'fields left to a parameter is unknown': subject(LOG, { RedactedFields: OPEN }),
  }),
  casesOf(hasRules, {
    'a rule is compliant': rules(managed('AWSManagedRulesCommonRuleSet')),
    'no word of rules is a finding': seen(acl(), 'Properties.Rules'),
    'no rule is a finding': rules(),
    'rules in one branch is a finding': acl({ Rules: either([managed(BAD_INPUTS)], []) }),
    'rules left to a parameter is unknown': acl({ Rules: OPEN }),
  }),
  casesOf(knownBadInputs, {
    'the managed group is compliant': rules(managed('AWSManagedRulesCommonRuleSet'), managed(BAD_INPUTS)),
    'the group without another check is compliant': rules(
      managed(BAD_INPUTS, { ExcludedRules: [{ Name: 'Host_localhost_HEADER' }] }),
    ),
    'other groups is a finding': seen(rules(managed('AWSManagedRulesCommonRuleSet')), 'Properties.Rules'),
    'the group without Log4j is a finding': rules(
      managed(BAD_INPUTS, { ExcludedRules: [{ Name: 'Log4JRCE' }] }),
    ),
    'the group with Log4j counted is a finding': rules(
      managed(BAD_INPUTS, { RuleActionOverrides: [{ Name: 'Log4JRCE', ActionToUse: { Count: {} } }] }),
    ),
    'the group that only counts is a finding': rules(managed(BAD_INPUTS, {}, { Count: {} })),
    'no rules is a finding': acl(),
    'a group left to a parameter is unknown': rules(managed(OPEN)),
  }),
  casesOf(rulesBlock, {
    'groups that block is compliant': rules(managed(BAD_INPUTS)),
    'a rule of its own is compliant': rules({ Action: { Block: {} } }),
    'a group that counts is a finding': seen(
      rules(managed(BAD_INPUTS), managed(BAD_INPUTS, {}, { Count: {} })),
      'Properties.Rules.1.OverrideAction.Count',
    ),
    'a group that counts in one branch is a finding': rules(
      managed(BAD_INPUTS, {}, either({ None: {} }, { Count: {} })),
    ),
    'an action left to a parameter is unknown': rules(managed(BAD_INPUTS, {}, OPEN)),
  }),
  casesOf(defaultBlock, {
    'refusing is compliant': acl({ DefaultAction: { Block: {} } }),
    'refusing in the old form is compliant': subject('AWS::WAF::WebACL', {
      DefaultAction: { Type: 'BLOCK' },
    }),
    'allowing is a finding': seen(acl({ DefaultAction: { Allow: {} } }), 'Properties.DefaultAction'),
    'allowing in the old form is a finding': seen(
      subject('AWS::WAF::WebACL', { DefaultAction: { Type: 'ALLOW' } }),
      'Properties.DefaultAction.Type',
    ),
    'either is a finding': acl({ DefaultAction: either({ Block: {} }, { Allow: {} }) }),
    'an action left to a parameter is unknown': acl({ DefaultAction: OPEN }),
  }),
  casesOf(ruleMetrics, {
    'metrics of all is compliant': acl({ ...visible(true), Rules: [visible(true)] }),
    'no metrics of a rule is a finding': seen(
      acl({ ...visible(true), Rules: [visible(true), visible(false)] }),
      'Properties.Rules.1.VisibilityConfig.CloudWatchMetricsEnabled',
    ),
    'no metrics of the list is a finding': acl(visible(false)),
    'no word of metrics is a finding': acl(),
    'metrics left to a parameter is unknown': acl(visible(OPEN)),
  }),
  casesOf(noClassic, {
    'the present one is compliant': acl(),
    'the ended one is a finding': seen(subject('AWS::WAF::WebACL'), 'Type'),
    'an association with the ended one is a finding': subject('AWS::WAFRegional::WebACLAssociation'),
  }),
];
