import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const queueRetained: Rule = {
  id: 'sqs-queue-retained',
  title: 'queues outlive their stack',
  severity: 'warning',
  controls: ['164.310(d)(2)(iv)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A deleted stack, or a property whose change replaces the resource, would take what it holds along.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    return requireRetained(queue);
  },
};
