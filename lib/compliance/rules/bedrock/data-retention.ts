import { IDENTITY_POLICY_TYPES } from '../../policy/statement';
import { finding, type Rule } from '../../rule';
import { deploysWith } from '../cloudformation/companions';
import { dataRetentionMode } from './account-setting';
import { namedInvocation } from './named-invocation';

export const dataRetention: Rule = {
  id: 'bedrock-data-retention',
  title: 'who deploys callers of models also forbids that prompts are kept',
  severity: 'error',
  controls: ['164.502(b)', '164.502(e)', '164.310(d)(2)(i)'],
  profiles: ['ai'],
  why: 'By default each model has its own policy, and some keep prompts and answers for 30 days where reviewers may read them.',
  fix: 'add a custom resource that calls PutAccountDataRetention with mode none, once for each account and Region',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    const invoking = namedInvocation(resource);
    if (!invoking) return 'not-applicable';
    return dataRetentionMode
      .setters(resource.template.assembly)
      .some((setter) => deploysWith(setter, resource))
      ? []
      : [finding(invoking.path, 'lets models be invoked, and nothing here surely sets their data retention')];
  },
};
