import type { Rule } from '../../rule';
import type { Property } from '../../template/property';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

export const archiveRuleNotPublic: Rule = {
  id: 'accessanalyzer-archive-rule-not-public',
  title: 'no archive rule hides public access',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A bucket that becomes public would be found, and put away unread.',
  fix: 'add the criterion isPublic eq false to the Filter of the rule',
  resourceTypes: ['AWS::AccessAnalyzer::Analyzer'],
  check(analyzer) {
    return analyzer
      .property('ArchiveRules')
      .items()
      .flatMap((rule) => {
        const filter = rule.at('Filter');
        return requireAny(filter.path, [surelyHas(filter, leavesPublicOut)], 'must leave public access out');
      });
  },
};

function leavesPublicOut(criterion: Property): boolean | undefined {
  const isPublic = accepts(criterion.at('Property'), (name) => name === 'isPublic');
  if (isPublic !== true) return isPublic;
  return accepts(criterion.at('Eq.0'), (value) => value === false || value === 'false');
}
