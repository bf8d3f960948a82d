import type { Resource } from '../../template/resource';
import { companions } from '../cloudformation/companions';
import { listCompanions } from '../cloudformation/list-companions';

const shared = listCompanions(['AWS::SQS::QueuePolicy'], (policy) => policy.property('Queues'));
const inline = companions(['AWS::SQS::QueueInlinePolicy'], (policy) => policy.property('Queue'));

/** The policies that a queue surely has, in whichever template of the assembly they are. */
export function queuePolicies(queue: Resource): readonly Resource[] {
  return [...shared(queue), ...inline(queue)];
}
