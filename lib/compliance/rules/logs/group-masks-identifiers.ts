import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { surelyHas } from '../cloudformation/members';
import { mayHoldPhi } from './phi-tag';

export const groupMasksIdentifiers: Rule = {
  id: 'logs-group-masks-identifiers',
  title: 'log groups said to hold PHI mask identifiers',
  severity: 'warning',
  controls: ['164.502(b)', '164.514(a)', '164.514(b)(2)'],
  profiles: ['strict'],
  why: 'Logs are read by who keeps a system running, who seldom needs to know whose record it was.',
  fix: 'add a DataProtectionPolicy with an Operation Deidentify for the identifiers of your patients',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    if (!mayHoldPhi(group)) return 'not-applicable';
    const policy = group.property('DataProtectionPolicy');
    return requireAny(
      policy.path,
      [surelyHas(policy.at('Statement'), (statement) => isSet(statement.at('Operation.Deidentify')))],
      'must mask identifiers',
    );
  },
};
