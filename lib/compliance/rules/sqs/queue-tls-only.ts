import { covers, reachesAction } from '../../policy/pattern';
import { surelyDenies } from '../../policy/statement';
import { catchesAllWithoutTls } from '../../policy/tls';
import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { queuePolicies } from './queue-policies';

export const queueTlsOnly: Rule = {
  id: 'sqs-queue-tls-only',
  title: 'queue policies refuse requests without TLS',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['strict'],
  why: 'The endpoint still answers plain HTTP to whoever asks for it.',
  fix: 'add to the queue policy: Deny, Principal *, sqs:SendMessage, Bool aws:SecureTransport = false',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    const names = [`\${${queue.logicalId}.Arn}`];
    return requireAny(
      'Properties',
      queuePolicies(queue).map((policy) =>
        surelyDenies(
          policy.property('PolicyDocument'),
          policy.template,
          (deny) =>
            catchesAllWithoutTls(deny) &&
            reachesAction(deny.actions, 'sqs:SendMessage') &&
            deny.resources.some((pattern) => names.some((name) => covers(pattern, name))),
        ),
      ),
      'must have a policy that denies everybody requests without TLS',
    );
  },
};
