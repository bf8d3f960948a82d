import { covers, reachesAction } from '../../policy/pattern';
import { surelyDenies } from '../../policy/statement';
import { catchesAllWithoutTls } from '../../policy/tls';
import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { topicPolicies } from './topic-policies';

export const topicTlsOnly: Rule = {
  id: 'sns-topic-tls-only',
  title: 'topic policies refuse requests without TLS',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['strict'],
  why: 'The endpoint still answers plain HTTP to whoever asks for it.',
  fix: 'add to the topic policy: Deny, Principal *, sns:Publish, Bool aws:SecureTransport = false',
  resourceTypes: ['AWS::SNS::Topic'],
  check(topic) {
    const names = [`\${${topic.logicalId}}`, `\${${topic.logicalId}.TopicArn}`];
    return requireAny(
      'Properties',
      topicPolicies(topic).map((policy) =>
        surelyDenies(
          policy.property('PolicyDocument'),
          policy.template,
          (deny) =>
            catchesAllWithoutTls(deny) &&
            reachesAction(deny.actions, 'sns:Publish') &&
            deny.resources.some((pattern) => names.some((name) => covers(pattern, name))),
        ),
      ),
      'must have a policy that denies everybody requests without TLS',
    );
  },
};
