import { finding, unknown, type Rule } from '../../rule';

const LISTS = ['StatelessDefaultActions', 'StatelessFragmentDefaultActions'];
const PASS = 'aws:pass';

export const policyDrops: Rule = {
  id: 'networkfirewall-policy-drops',
  title: 'firewall policies drop or inspect what no rule of theirs names',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'With aws:pass all that no rule thought of goes through, fragments made to slip by included.',
  fix: `set ${LISTS.join(' and ')} to aws:drop or aws:forward_to_sfe`,
  resourceTypes: ['AWS::NetworkFirewall::FirewallPolicy'],
  check(policy) {
    return LISTS.flatMap((name) => {
      const actions = policy.property(`FirewallPolicy.${name}`);
      const { texts, hasGaps } = actions.list();
      if (texts.includes(PASS)) return [finding(actions.path, 'must not pass')];
      if (actions.values.some(({ kind }) => kind === 'absent')) return [finding(actions.path, 'is not set')];
      return hasGaps ? [unknown(actions.path, 'cannot be read; it must not pass')] : [];
    });
  },
};
