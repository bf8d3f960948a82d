import { IDENTITY_POLICY_TYPES } from '../../policy/statement';
import { finding, type Rule } from '../../rule';
import { deploysWith } from '../cloudformation/companions';
import { invocationLog } from './account-setting';
import { namedInvocation } from './named-invocation';

export const invocationLogging: Rule = {
  id: 'bedrock-invocation-logging',
  title: 'who deploys callers of models also switches on the log of their calls',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)', '164.528'],
  profiles: ['ai'],
  why: 'The log of model invocations is off by default; without it nobody can say which PHI went to a model or came back.',
  fix: 'add a custom resource that calls PutModelInvocationLoggingConfiguration, once for each account and Region',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    const invoking = namedInvocation(resource);
    if (!invoking) return 'not-applicable';
    return invocationLog.setters(resource.template.assembly).some((logger) => deploysWith(logger, resource))
      ? []
      : [finding(invoking.path, 'lets models be invoked, and nothing here surely switches on their log')];
  },
};
