import type { Resource } from '../../template/resource';
import { companions } from '../cloudformation/companions';
import { listCompanions } from '../cloudformation/list-companions';

const shared = listCompanions(['AWS::SNS::TopicPolicy'], (policy) => policy.property('Topics'));
const inline = companions(['AWS::SNS::TopicInlinePolicy'], (policy) => policy.property('TopicArn'));

/** The policies that a topic surely has, in whichever template of the assembly they are. */
export function topicPolicies(topic: Resource): readonly Resource[] {
  return [...shared(topic), ...inline(topic)];
}
