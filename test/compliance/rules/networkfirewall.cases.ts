import { changeProtection } from '../../../lib/compliance/rules/networkfirewall/change-protection';
import { failsClosed } from '../../../lib/compliance/rules/networkfirewall/fails-closed';
import { logging } from '../../../lib/compliance/rules/networkfirewall/logging';
import { multiZone } from '../../../lib/compliance/rules/networkfirewall/multi-zone';
import { noPublicAi } from '../../../lib/compliance/rules/networkfirewall/no-public-ai';
import { policyDrops } from '../../../lib/compliance/rules/networkfirewall/policy-drops';
import { policyHasRules } from '../../../lib/compliance/rules/networkfirewall/policy-has-rules';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const firewall = (properties: JsonObject = {}, others: JsonObject = {}) =>
  subject('AWS::NetworkFirewall::Firewall', properties, others);
const policy = (FirewallPolicy: Json) => subject('AWS::NetworkFirewall::FirewallPolicy', { FirewallPolicy });
const log = (target: Json) => ({
  Log: resource('AWS::NetworkFirewall::LoggingConfiguration', { FirewallArn: target }),
});
const subnets = (...ids: readonly Json[]) =>
  firewall({ SubnetMappings: ids.map((SubnetId) => ({ SubnetId })) });
const DROP = ['aws:drop'];
const FORWARD = ['aws:forward_to_sfe'];

const group = (Targets: Json, GeneratedRulesType: Json = 'ALLOWLIST') =>
  subject('AWS::NetworkFirewall::RuleGroup', {
    RuleGroup: {
      RulesSource: { RulesSourceList: { GeneratedRulesType, TargetTypes: ['TLS_SNI'], Targets } },
    },
  });
const TARGETS = 'Properties.RuleGroup.RulesSource.RulesSourceList.Targets';

export const networkfirewallCases = [
  ...edgeCases.networkfirewall,
  casesOf(noPublicAi, {
    'hosts of associates is compliant': group(['records.example.com', '.example.org']),
    'a public AI service is a finding': seen(group(['records.example.com', 'api.openai.com']), TARGETS),
    'all hosts below one is a finding': group(['.anthropic.com']),
    'a whole top-level domain is a finding': group(['.ai']),
    'one in one branch is a finding': group([either('api.openai.com', 'records.example.com')]),
    'a kind of list left to a parameter is unknown': group(['api.openai.com'], OPEN),
    'hosts left to a parameter is unknown': group([OPEN]),
    'a list of what is denied is not applicable': group(['api.openai.com'], 'DENYLIST'),
    'rules of Suricata is not applicable': subject('AWS::NetworkFirewall::RuleGroup', {
      RuleGroup: { RulesSource: { RulesString: 'drop tls any any -> any any (sid:1;)' } },
    }),
  }),
  casesOf(logging, {
    'a log is compliant': firewall({}, log(ref('Subject'))),
    'no log is a finding': seen(firewall(), 'Properties'),
    'a log of another one is a finding': firewall({}, log('arn')),
  }),
  casesOf(changeProtection, {
    'protection of all is compliant': firewall({
      DeleteProtection: true,
      FirewallPolicyChangeProtection: true,
      SubnetChangeProtection: true,
    }),
    'no protection is a finding': seen(
      firewall({ DeleteProtection: true }),
      'Properties.FirewallPolicyChangeProtection',
      'Properties.SubnetChangeProtection',
    ),
    'protection left to a parameter is unknown': firewall({
      DeleteProtection: OPEN,
      FirewallPolicyChangeProtection: true,
      SubnetChangeProtection: true,
    }),
  }),
  casesOf(multiZone, {
    'two subnets is compliant': subnets('subnet-1', 'subnet-2'),
    'one subnet is a finding': seen(subnets('subnet-1'), 'Properties.SubnetMappings'),
    'no subnet is a finding': firewall(),
    'a second subnet in one branch is a finding': firewall({
      SubnetMappings: [{ SubnetId: 'subnet-1' }, either({ SubnetId: 'subnet-2' }, NOTHING)],
    }),
    'subnets left to a parameter is unknown': firewall({ SubnetMappings: OPEN }),
  }),
  casesOf(policyDrops, {
    'dropping is compliant': policy({
      StatelessDefaultActions: DROP,
      StatelessFragmentDefaultActions: DROP,
    }),
    'inspecting is compliant': policy({
      StatelessDefaultActions: FORWARD,
      StatelessFragmentDefaultActions: FORWARD,
    }),
    'passing is a finding': seen(
      policy({ StatelessDefaultActions: ['aws:pass'], StatelessFragmentDefaultActions: DROP }),
      'Properties.FirewallPolicy.StatelessDefaultActions',
    ),
    'passing fragments is a finding': policy({
      StatelessDefaultActions: DROP,
      StatelessFragmentDefaultActions: ['aws:pass'],
    }),
    'no word of fragments is a finding': policy({ StatelessDefaultActions: DROP }),
    'actions left to a parameter is unknown': policy({
      StatelessDefaultActions: [OPEN],
      StatelessFragmentDefaultActions: DROP,
    }),
  }),
  casesOf(policyHasRules, {
    'a stateful group is compliant': policy({ StatefulRuleGroupReferences: [{ ResourceArn: 'arn' }] }),
    'a stateless group is compliant': policy({ StatelessRuleGroupReferences: [{ ResourceArn: 'arn' }] }),
    'no group is a finding': seen(policy({}), 'Properties.FirewallPolicy'),
    'an empty list is a finding': policy({ StatefulRuleGroupReferences: [] }),
    'groups in one branch is a finding': policy({
      StatefulRuleGroupReferences: either([{ ResourceArn: 'arn' }], []),
    }),
    'groups left to a parameter is unknown': policy({ StatefulRuleGroupReferences: OPEN }),
  }),
  casesOf(failsClosed, {
    'no word of it is compliant': policy({}),
    'dropping is compliant': policy({ StatefulEngineOptions: { StreamExceptionPolicy: 'DROP' } }),
    'rejecting is compliant': policy({ StatefulEngineOptions: { StreamExceptionPolicy: 'REJECT' } }),
    'continuing is a finding': seen(
      policy({ StatefulEngineOptions: { StreamExceptionPolicy: 'CONTINUE' } }),
      'Properties.FirewallPolicy.StatefulEngineOptions.StreamExceptionPolicy',
    ),
    'a setting left to a parameter is unknown': policy({
      StatefulEngineOptions: { StreamExceptionPolicy: OPEN },
    }),
  }),
];
